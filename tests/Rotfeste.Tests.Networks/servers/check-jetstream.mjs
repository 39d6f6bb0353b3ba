// Does our Jetstream speak as the public ones do? Asked of a client that others wrote.
//
//   node check-jetstream.mjs CONTROL JETSTREAM     with the addresses that start.mjs printed; ends with 1 at the first "no"
import assert from 'node:assert/strict'
import { Jetstream } from '@skyware/jetstream'

const [control, endpoint] = process.argv.slice(2)
const posts = 'app.bsky.feed.post'
const patience = 10_000

async function call(method, path, body) {
  const response = await fetch(control + path, { method, body: body && JSON.stringify(body) })
  assert.equal(response.status, 200, `${method} ${path}: ${await response.clone().text()}`)
  return response.json()
}

function listen(options) {
  const seen = []
  const client = new Jetstream({ endpoint, ...options })
  for (const kind of ['commit', 'identity', 'account']) client.on(kind, event => seen.push(event))
  const opened = new Promise(resolve => client.on('open', resolve))
  client.on('error', () => { /* Broken connections are part of what is tried here. */ })
  client.start()
  return { client, seen, opened }
}

async function until(what, holds) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 20))) if (holds()) return
  assert.fail(`Waited ${patience} ms in vain: ${what}`)
}

const operation = (name, rkey) => event => event.kind === 'commit' && event.commit.operation === name && event.commit.rkey === rkey

const { did, handle } = await call('POST', '/accounts', { handle: `stream${Date.now() % 1_000_000}.test` })
const narrow = listen({ wantedCollections: [posts], wantedDids: [did] })
await narrow.opened

const first = await call('POST', '/posts', { by: handle, text: 'First words, with æ, ø and å' })
await call('POST', '/records', { by: handle, collection: 'app.bsky.feed.like', record: { subject: { uri: first.uri, cid: first.cid } } })
await call('PUT', '/posts', { uri: first.uri, text: 'Other words' })
await call('DELETE', `/posts?uri=${encodeURIComponent(first.uri)}`)
await until('create, update and delete of a post', () => narrow.seen.some(operation('delete', first.rkey)))

const created = narrow.seen.find(operation('create', first.rkey))
assert.equal(created.did, did)
assert.equal(created.commit.cid, first.cid)
assert.equal(created.commit.record.text, 'First words, with æ, ø and å')
assert.ok(narrow.seen.some(operation('update', first.rkey)), 'the change of the post')
assert.ok(narrow.seen.every(event => event.kind !== 'commit' || event.commit.collection === posts), 'only the collections asked for')

await call('PUT', `/accounts/${did}/status`, { status: 'deactivated' })
await call('PUT', `/accounts/${did}/status`, { status: 'active' })
await until('news of the account', () => narrow.seen.some(event => event.kind === 'account' && event.account.active === false && event.account.status === 'deactivated'))
await until('news of the identity', () => narrow.seen.some(event => event.kind === 'identity' && event.identity.did === did))

// The client comes back by itself, with the time of the last event that it saw.
await call('POST', `/jetstreams/1/disconnect`)
const missed = await call('POST', '/posts', { by: handle, text: 'Said while nobody listened' })
await until('what was said while the connection was broken', () => narrow.seen.some(operation('create', missed.rkey)))

const replay = listen({ wantedCollections: ['app.bsky.feed.*'], wantedDids: [did], cursor: created.time_us })
await until('the replay', () => replay.seen.some(operation('create', missed.rkey)))
assert.deepEqual(replay.seen[0], created, 'the cursor includes the event of that time')
assert.ok(replay.seen.some(event => event.commit?.collection === 'app.bsky.feed.like'), 'a prefix covers its collections')
assert.ok(replay.seen.every((event, at) => at === 0 || event.time_us > replay.seen[at - 1].time_us), 'times rise')

narrow.client.close()
replay.client.close()
console.log('Our Jetstream and the client agree.')
process.exit(0)
