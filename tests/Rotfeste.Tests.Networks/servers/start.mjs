// Starts everything on 127.0.0.1, prints one line of JSON with the addresses, and ends with whoever started it.
//
//   node start.mjs [--rate-limits] [--port pds=2583 --port control=7000 …]
import './node22.mjs'
import './loopback.mjs'
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startBluesky } from './bluesky.mjs'
import { controlServer } from './control.mjs'
import { followDataServer, Jetstream } from './jetstream.mjs'
import { freePort, serve, temporaryFolder } from './lifetime.mjs'
import { People } from './people.mjs'
import { startPostgres } from './postgres.mjs'
import { FaultProxy } from './proxy.mjs'
import { startSmtp } from './smtp.mjs'

// Standard output carries the one line; whatever the servers have to say goes beside it.
console.log = console.info = console.error
// A test cuts connections on purpose; what breaks off in the middle must not take the network down with it.
process.on('unhandledRejection', error => console.error(error))

const { values } = parseArgs({ options: { 'rate-limits': { type: 'boolean', default: false }, port: { type: 'string', multiple: true, default: [] } } })
const ports = Object.fromEntries(values.port.map(pair => pair.split('=')).map(([name, port]) => [name, Number(port)]))
const pick = async name => ports[name] ?? await freePort()

const folder = temporaryFolder()
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const postgres = await startPostgres(folder, ports.postgres)
const bluesky = await startBluesky({ folder, postgresUrl: postgres.address.url, ports, rateLimits: values['rate-limits'] })

// Two hosts with clocks of their own, so that a client can be seen changing over.
const jetstreams = [new Jetstream(await pick('jetstream')), new Jetstream(await pick('jetstream2'))]
for (const jetstream of jetstreams) await jetstream.start()
const firehose = followDataServer(bluesky.pds, bluesky.resolver, event => jetstreams.forEach(jetstream => jetstream.write(event)))

const proxy = new FaultProxy(await pick('proxy'), bluesky.pds)
await proxy.start()
const smtp = await startSmtp(await pick('smtp'))
const people = new People(bluesky.pds, bluesky.adminPassword)
const control = controlServer({ people, bluesky, jetstreams, proxy, smtp })
const controlPort = await pick('control')
await new Promise((resolve, reject) => control.once('error', reject).listen(controlPort, '127.0.0.1', resolve))

serve({
  pid: process.pid,
  pds: bluesky.pds, proxy: proxy.url, appview: bluesky.appview, plc: bluesky.plc,
  jetstreams: jetstreams.map(jetstream => jetstream.url),
  control: `http://localhost:${controlPort}`,
  smtp: smtp.address,
  postgres: postgres.address,
}, async () => {
  control.closeAllConnections()
  await proxy.stop()
  for (const jetstream of jetstreams) await jetstream.stop()
  await Promise.race([bluesky.stop(), new Promise(resolve => setTimeout(resolve, 4000))])
  await postgres.stop()
})
