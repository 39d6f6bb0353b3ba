// A private PostgreSQL cluster: own folder, own port, loopback only, gone afterwards. Nothing in it has to survive
// a power cut, so it never waits for the disk.
//
// Alone it needs no packages:  node postgres.mjs   prints {"postgres":{...}} and stays until its standard input closes.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort, serve, startChild, temporaryFolder } from './lifetime.mjs'

const run = promisify(execFile)
const installed = '/usr/lib/postgresql'

function programs() {
  if (process.env.ROTFESTE_POSTGRES_BIN) return process.env.ROTFESTE_POSTGRES_BIN
  const versions = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a)) : []
  const found = versions.map(version => join(installed, version, 'bin')).find(folder => existsSync(join(folder, 'initdb')))
  if (!found) throw new Error(`No PostgreSQL server programs under ${installed}.`)
  return found
}

export async function startPostgres(folder, port) {
  const bin = programs()
  const data = join(folder, 'postgres')
  // PostgreSQL refuses to run as root.
  const user = process.getuid() === 0 ? 'postgres' : undefined
  mkdirSync(data, { mode: 0o700 })
  if (user) await run('chown', [`${user}:${user}`, data])
  const initdb = startChild(join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'], { user })
  if (await initdb.ended !== 0) throw new Error(`initdb failed: ${initdb.said()}`)

  port ??= await freePort()
  const settings = {
    listen_addresses: '127.0.0.1', port, unix_socket_directories: data, max_connections: 200,
    fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off',
  }
  const server = startChild(join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { user, signal: 'INT', cwd: data })
  for (let tries = 0; ; tries++) {
    const ready = await run(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres']).then(() => true, () => false)
    if (ready) break
    if (server.child.exitCode !== null || tries > 300) throw new Error(`PostgreSQL did not start: ${server.said()}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    address: {
      host: '127.0.0.1', port, user: 'postgres',
      url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      connection: `Host=127.0.0.1;Port=${port};Username=postgres;Database=postgres`,
    },
    stop: () => server.stop(),
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(import.meta.filename)) {
  const folder = temporaryFolder()
  const postgres = await startPostgres(folder)
  serve({ postgres: postgres.address }, async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  })
}
