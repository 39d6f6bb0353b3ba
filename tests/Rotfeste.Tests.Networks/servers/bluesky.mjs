// The Bluesky reference implementation on loopback: PLC directory, personal data server, AppView, moderation.
import { mkdirSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { freePort } from './lifetime.mjs'

export async function startBluesky({ folder, postgresUrl, ports = {}, rateLimits = false }) {
  // The AppView no longer speaks to Redis, but the test network will not start without the name of one.
  Object.assign(process.env, { NODE_ENV: 'test', LOG_ENABLED: 'false', DB_POSTGRES_URL: postgresUrl, DB_POSTGRES_SCHEMA: 'network', REDIS_HOST: '127.0.0.1' })
  const { TestNetwork, TestPds, mockResolvers, ADMIN_PASSWORD } = await import('@atproto/dev-env')

  // Data folders are made under the temporary folder; ours is removed as a whole at the end.
  const data = join(folder, 'bluesky')
  mkdirSync(data)
  process.env.TMPDIR = data

  const pick = async name => ports[name] ?? await freePort()
  const pdsPort = await pick('pds')
  const bskyPort = await pick('appview')
  const rotationKey = randomBytes(32).toString('hex')
  const fixed = { port: pdsPort, hostname: 'localhost', inviteRequired: false, enableDidDocWithSession: true, rateLimitsEnabled: rateLimits, plcRotationKeyK256PrivateKeyHex: rotationKey }
  const network = await TestNetwork.create({
    plc: { port: await pick('plc') },
    pds: fixed,
    bsky: { port: bskyPort, publicUrl: `http://localhost:${bskyPort}`, dbPostgresSchema: 'bsky' },
    ozone: { port: await pick('ozone') },
  })
  let running = true

  async function stopPds() {
    if (!running) return
    running = false
    await network.pds.close()
  }

  // The same data folder, keys and neighbours as before: accounts, sessions and sequence numbers go on.
  async function startPds() {
    if (running) return
    const old = network.pds.ctx.cfg
    network.pds = await TestPds.create({
      ...fixed,
      didPlcUrl: network.plc.url,
      dataDirectory: dirname(old.db.accountDbLoc),
      blobstoreDiskLocation: old.blobstore.location,
      bskyAppViewUrl: old.bskyAppView.url,
      bskyAppViewDid: old.bskyAppView.did,
      modServiceUrl: old.modService.url,
      modServiceDid: old.modService.did,
      lexiconDidAuthority: old.lexicon.didAuthority,
    })
    mockResolvers(network.pds.ctx.idResolver, network.pds)
    running = true
  }

  return {
    pds: network.pds.url,
    appview: network.bsky.url,
    plc: network.plc.url,
    adminPassword: ADMIN_PASSWORD,
    resolver: () => network.pds.ctx.idResolver,
    // Until everything that was written stands in the AppView too.
    settle: () => network.processAll(),
    stopPds,
    startPds,
    async stop() {
      await startPds()
      await network.close()
    },
  }
}
