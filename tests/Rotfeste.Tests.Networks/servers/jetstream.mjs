// A small Jetstream (first version of the wire) for the tests: it turns the event stream of a data server into the JSON
// that the public Jetstream hosts speak. Written from the description of that wire; checked by check-jetstream.mjs
// against a client that others wrote.
import http from 'node:http'
import { lexToJson } from '@atproto/lex-json'
import { Firehose } from '@atproto/sync'
import { WebSocketServer } from 'ws'

// Calls `onEvent` with the event less its time, which is each host's own.
export function followDataServer(pds, resolver, onEvent) {
  let cursor = 0
  const firehose = new Firehose({
    service: pds.replace(/^http/, 'ws'),
    idResolver: { get did() { return resolver().did }, get handle() { return resolver().handle } },
    unauthenticatedCommits: true,
    subscriptionReconnectDelay: 100,
    maxReconnectSeconds: 1,
    getCursor: () => cursor,
    handleEvent(event) {
      cursor = Math.max(cursor, event.seq)
      const told = translate(event)
      if (told) onEvent(told)
    },
    onError() { /* The data server is stopped on purpose in some tests; the subscription comes back by itself. */ },
  })
  void firehose.start()
  return firehose
}

function translate(event) {
  const { did, seq, time } = event
  switch (event.event) {
    case 'create':
    case 'update': {
      const { rev, collection, rkey, cid, record } = event
      return { did, kind: 'commit', commit: { rev, operation: event.event, collection, rkey, record: lexToJson(record), cid: cid.toString() } }
    }
    case 'delete': {
      const { rev, collection, rkey } = event
      return { did, kind: 'commit', commit: { rev, operation: 'delete', collection, rkey } }
    }
    case 'identity':
      return { did, kind: 'identity', identity: { did, handle: event.handle, seq, time } }
    case 'account':
      return { did, kind: 'account', account: { active: event.active, did, seq, time, status: event.status } }
    default:
      return undefined
  }
}

export class Jetstream {
  #log = []
  #clients = new Set()
  #lastTime = 0
  #http
  #sockets

  constructor(port) {
    this.port = port
    this.url = `ws://localhost:${port}/subscribe`
  }

  // Times are in microseconds, rise strictly and are stamped when the event is written down.
  write(event) {
    this.#lastTime = Math.max(Date.now() * 1000, this.#lastTime + 1)
    const stamped = { did: event.did, time_us: this.#lastTime, ...event }
    this.#keep({ time: stamped.time_us, event: stamped, text: JSON.stringify(stamped) })
    return stamped.time_us
  }

  // A frame exactly as given, whatever it says, to everybody who listens now.
  inject(text) {
    for (const client of this.#clients) client.socket.send(text)
  }

  #keep(entry) {
    this.#log.push(entry)
    for (const client of this.#clients) client.offer(entry)
  }

  // As the public hosts do after a day and a half: what is older is gone, and older cursors are moved up without a word.
  forget(keep = 0) {
    this.#log.splice(0, Math.max(0, this.#log.length - keep))
  }

  state() {
    return {
      url: this.url, running: Boolean(this.#http), events: this.#log.length,
      oldest: this.#log[0]?.time ?? null, newest: this.#log.at(-1)?.time ?? null,
      clients: [...this.#clients].map(client => client.wants()),
    }
  }

  async start() {
    if (this.#http) return
    this.#http = http.createServer((_, response) => response.writeHead(404).end())
    this.#sockets = new WebSocketServer({ server: this.#http, path: '/subscribe' })
    this.#sockets.on('connection', (socket, request) => this.#welcome(socket, new URL(request.url, this.url).searchParams))
    await new Promise((resolve, reject) => this.#http.once('error', reject).listen(this.port, '127.0.0.1', resolve))
  }

  async stop() {
    if (!this.#http) return
    const server = this.#http
    this.#http = undefined
    this.disconnect()
    this.#sockets.close()
    await new Promise(resolve => server.close(resolve))
  }

  // The connections break off without a farewell, as when a machine goes down.
  disconnect() {
    for (const client of this.#clients) client.socket.terminate()
  }

  #welcome(socket, query) {
    const client = new Client(socket, query)
    const cursor = Number(query.get('cursor'))
    if (cursor > 0) for (const entry of this.#log) if (entry.time >= cursor) client.offer(entry)
    this.#clients.add(client)
    socket.on('close', () => this.#clients.delete(client))
    socket.on('error', () => socket.terminate())
  }
}

class Client {
  #collections
  #dids
  #largest

  constructor(socket, query) {
    this.socket = socket
    this.cursor = query.get('cursor')
    this.#choose({
      wantedCollections: query.getAll('wantedCollections'),
      wantedDids: query.getAll('wantedDids'),
      maxMessageSizeBytes: Number(query.get('maxMessageSizeBytes') ?? 0),
    })
    socket.on('message', data => this.#told(data))
  }

  #choose({ wantedCollections = [], wantedDids = [], maxMessageSizeBytes = 0 }) {
    this.#collections = wantedCollections
    this.#dids = new Set(wantedDids)
    this.#largest = maxMessageSizeBytes
  }

  #told(data) {
    try {
      const message = JSON.parse(data)
      if (message.type === 'options_update') this.#choose(message.payload)
    } catch {
      this.socket.close(1008, 'invalid message')
    }
  }

  wants() {
    return { wantedCollections: this.#collections, wantedDids: [...this.#dids], cursor: this.cursor }
  }

  // News of accounts and identities reaches everybody, whatever collections they asked for.
  offer({ event, text }) {
    if (this.#dids.size > 0 && !this.#dids.has(event.did)) return
    if (event.kind === 'commit' && this.#collections.length > 0 && !this.#collections.some(wanted => covers(wanted, event.commit.collection))) return
    if (this.#largest > 0 && Buffer.byteLength(text) > this.#largest) return
    this.socket.send(text)
  }
}

const covers = (wanted, collection) => wanted.endsWith('.*') ? collection.startsWith(wanted.slice(0, -1)) : wanted === collection
