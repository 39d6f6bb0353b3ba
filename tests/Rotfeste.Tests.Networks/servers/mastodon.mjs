// A server that speaks as Mastodon does (snac2), alone on 127.0.0.1, with a proxy before it that misbehaves on command. Needs no
// packages from npm:
//
//   node mastodon.mjs   prints {"server", "direct", "control"} and stays until its standard input closes.
//
// ROTFESTE_SNAC names the program; scripts/tools.sh brings it (need_snac).
import { execFile, spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort, serve, startChild, temporaryFolder } from './lifetime.mjs'
import { FaultProxy } from './proxy.mjs'

const run = promisify(execFile)
const snac = process.env.ROTFESTE_SNAC
if (!snac) {
  console.error('There is no snac2: run ./test networks, or source scripts/tools.sh && need_snac.')
  process.exit(1)
}

const folder = temporaryFolder()
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const data = join(folder, 'snac')
const [own, front] = [await freePort(), await freePort()]
// It writes its own address into everything: that is the proxy's.
const address = `http://localhost:${front}`
const user = process.getuid() === 0 ? 'nobody' : undefined

function answers(lines, ...args) {
  return new Promise((resolve, reject) => {
    const program = spawn(snac, args, { env: { ...process.env, HOME: folder } })
    let said = ''
    program.stdout.on('data', words => { said += words })
    program.once('error', reject).once('exit', code => code === 0 ? resolve(said) : reject(new Error(`snac ${args[0]}: ${said}`)))
    program.stdin.end(lines)
  })
}

await answers(`127.0.0.1\n${own}\nlocalhost:${front}\n\n\n`, 'init', data)
const settings = JSON.parse(readFileSync(join(data, 'server.json')))
writeFileSync(join(data, 'server.json'), JSON.stringify({ ...settings, protocol: 'http', disable_email_notifications: true }))
const giveAway = async () => { if (user) await run('chown', ['-R', user, data]) }
await giveAway()

let server
async function start() {
  server = startChild(snac, ['httpd', data], { cwd: '/', user, group: 'nogroup' })
  for (let tries = 0; ; tries++) {
    const isUp = await fetch(`http://127.0.0.1:${own}/api/v1/instance`, { headers: { 'user-agent': 'tests' } }).then(r => r.ok, () => false)
    if (isUp) return
    if (tries > 200) throw new Error(`snac did not start: ${server.said()}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
await start()
const proxy = new FaultProxy(front, `http://127.0.0.1:${own}`)
await proxy.start()

const accounts = new Map()

async function ask(path, { token, ...options } = {}) {
  // A way of its own for each: the server closes quiet ones without a word, and what is posted on one of those is lost.
  const headers = { 'user-agent': 'tests', connection: 'close', ...(token && { authorization: `Bearer ${token}` }), ...options.headers }
  // Straight to the server: the proxy's faults are for the product.
  const answer = await fetch(`http://127.0.0.1:${own}${path}`, { redirect: 'manual', ...options, headers })
  return answer
}

const json = async (path, options) => {
  const answer = await ask(path, options)
  if (!answer.ok) throw Object.assign(new Error(`${path}: ${answer.status}`), { status: 502 })
  return answer.json()
}

// Its pages know this kind by its bare name alone.
const formKind = { 'content-type': 'application/x-www-form-urlencoded' }
const form = fields => ({ method: 'POST', headers: formKind, body: new URLSearchParams(fields).toString() })

// As a person does it who uses another program: register, sign in, buy a token.
async function tokenOf({ name, password }) {
  const redirect = 'http://localhost/other'
  const app = await json('/api/v1/apps', form({ client_name: 'another', redirect_uris: redirect, scopes: 'read write' }))
  const login = await ask('/oauth/x-snac-login', form({ login: name, passwd: password, redir: redirect, cid: app.client_id, state: 's' }))
  const code = new URL(login.headers.get('location')).searchParams.get('code')
  const token = await json('/oauth/token', form({ grant_type: 'authorization_code', client_id: app.client_id, client_secret: app.client_secret, code, redirect_uri: redirect }))
  return token.access_token
}

async function create({ name, displayName }) {
  const said = await answers('', 'adduser', data, name)
  const file = join(data, 'user', name, 'user.json')
  if (displayName) writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file)), name: displayName }))
  await giveAway()
  const account = { name, password: /password is (\S+)/.exec(said)[1], handle: `${name}@localhost:${front}`, url: `${address}/${name}` }
  account.token = await tokenOf(account)
  accounts.set(name, account)
  return account
}

const knows = name => accounts.get(name) ?? (() => { throw Object.assign(new Error(`Nobody is called ${name}.`), { status: 404 }) })()

const say = ({ by, text, visibility = 'public', warning, replyTo, media }) => json('/api/v1/statuses', {
  method: 'POST', token: knows(by).token, headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ status: text, visibility, spoiler_text: warning, in_reply_to_id: replyTo, media_ids: media }),
})

async function attach({ by, alt }) {
  const body = new FormData()
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
  body.set('file', new Blob([png], { type: 'image/png' }), 'picture.png')
  body.set('description', alt)
  return json('/api/v2/media', { method: 'POST', token: knows(by).token, body })
}

async function remove({ by, uri }) {
  const { name, password } = knows(by)
  const answer = await ask(`/${name}/admin/action`, {
    ...form({ id: uri, actor: `${address}/${name}`, action: 'Delete' }),
    headers: { ...formKind, authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` },
  })
  if (answer.status !== 303) throw Object.assign(new Error(`delete: ${answer.status}`), { status: 502 })
}

// What the server holds, whoever may see it: the answers that hang under a status.
const replies = async ({ id, as }) => (await json(`/api/v1/statuses/${id}/context`, { token: knows(as).token })).descendants

// The account takes back the leave it gave to other programs.
function revoke(name) {
  const tokens = join(data, 'token')
  for (const file of readdirSync(tokens)) {
    const held = JSON.parse(readFileSync(join(tokens, file)))
    if (held.uid === name && held.token !== knows(name).token) rmSync(join(tokens, file))
  }
}

const routes = {
  'POST /accounts': ({ body }) => create(body),
  'POST /revocations': ({ body }) => { revoke(body.name); return {} },
  'POST /statuses': ({ body }) => say(body),
  'POST /media': ({ body }) => attach(body),
  'DELETE /statuses': async ({ query }) => { await remove(query); return {} },
  'GET /replies': ({ query }) => replies(query),
  'GET /notifications': ({ query }) => json('/api/v1/notifications?limit=80', { token: knows(query.of).token }),
  'POST /stop': async () => { await server.stop(); return {} },
  'POST /start': async () => { await start(); return {} },
  'POST /proxy/stop': async () => { await proxy.stop(); return {} },
  'POST /proxy/start': async () => { await proxy.start(); return {} },
  'POST /proxy/faults': ({ body }) => proxy.addFault(body),
  'GET /proxy/faults': () => proxy.faults(),
  'DELETE /proxy/faults': () => { proxy.clearFaults(); return {} },
  'GET /proxy/requests': ({ query }) => proxy.requests(query.path),
  'DELETE /proxy/requests': () => { proxy.clearRequests(); return {} },
}

const control = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost')
  const reply = (status, value) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  try {
    const text = Buffer.concat(await Array.fromAsync(request)).toString()
    const route = routes[`${request.method} ${url.pathname}`]
    if (!route) return reply(404, { message: 'No such call.' })
    reply(200, await route({ query: Object.fromEntries(url.searchParams), body: text ? JSON.parse(text) : {} }))
  } catch (error) {
    reply(error.status ?? 500, { message: error.message })
  }
})
const controlPort = await freePort()
await new Promise(resolve => control.listen(controlPort, '127.0.0.1', resolve))

serve({ server: address, direct: `http://127.0.0.1:${own}`, control: `http://localhost:${controlPort}` }, async () => {
  control.closeAllConnections()
  await proxy.stop()
  await server.stop()
})
