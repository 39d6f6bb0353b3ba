// A server program of the tests lives as long as whoever started it: it ends when its standard input closes,
// or on SIGTERM or SIGINT. Its children die with it even when it is killed outright.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'rotfeste-servers-'

// A folder of our own under the temporary folder; those of programs that were killed are removed first.
export function temporaryFolder() {
  const root = tmpdir()
  for (const name of readdirSync(root)) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (owner && !existsSync(`/proc/${owner}`)) rmSync(join(root, name), { recursive: true, force: true })
  }
  const folder = mkdtempSync(join(root, `${prefix}${process.pid}-`))
  // The database server runs as somebody else and has to pass through.
  chmodSync(folder, 0o711)
  return folder
}

export async function freePort() {
  const server = net.createServer()
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return port
}

// setpriv makes the kernel send the signal when this process is gone, however it went.
export function startChild(command, args, { user, group = user, signal = 'TERM', ...options } = {}) {
  const identity = user ? ['--reuid', user, '--regid', group, '--init-groups'] : []
  const child = spawn('setpriv', [...identity, '--pdeathsig', signal, command, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => { said = (said + data).slice(-4000) })
  const ended = new Promise(resolve => child.once('error', resolve).once('exit', resolve))
  return {
    child,
    ended,
    said: () => said,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill(`SIG${signal}`)
      await ended
    },
  }
}

// Prints the addresses as one line of JSON and stays until told to end; `close` runs once, with ten seconds to finish.
export function serve(addresses, close) {
  let ending
  const end = code => {
    ending ??= Promise.race([close(), new Promise(resolve => setTimeout(resolve, 10_000))])
      .catch(error => console.error(error))
      .finally(() => process.exit(code))
    return ending
  }
  process.stdin.resume().once('end', () => end(0)).once('close', () => end(0)).on('error', () => end(0))
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => end(0))
  process.stdout.on('error', () => end(0))
  process.stdout.write(`${JSON.stringify(addresses)}\n`)
}
