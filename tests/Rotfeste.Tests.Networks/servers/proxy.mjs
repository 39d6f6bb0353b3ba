// Stands before the data server and can be told to misbehave as servers and networks do. It also counts, so that a test
// can say how often the network was really asked. Nothing of the Authorization header is kept.
import { createHash } from 'node:crypto'
import http from 'node:http'

const largestKept = 65_536

export class FaultProxy {
  #target
  #server
  #faults = []
  #requests = []
  #nextId = 1

  constructor(port, target) {
    this.port = port
    this.url = `http://localhost:${port}`
    this.#target = target
  }

  async start() {
    if (this.#server) return
    this.#server = http.createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroyed || response.socket?.destroy())
    })
    await new Promise((resolve, reject) => this.#server.once('error', reject).listen(this.port, '127.0.0.1', resolve))
  }

  // Stopped, it refuses connections, as a server that is down.
  async stop() {
    const server = this.#server
    if (!server) return
    this.#server = undefined
    const closed = new Promise(resolve => server.close(resolve))
    server.closeAllConnections()
    await closed
  }

  // A fault: { path?: part of the path, method?, times?: how often (always when left out), kind, status?, headers?, body?, milliseconds? }
  //   answer   instead of the data server, with status, headers and body (an object becomes JSON)
  //   delay    the data server's own answer, that much later
  //   break    the connection ends before anything was passed on: surely not done
  //   swallow  the data server does it, but its answer never comes back: outcome unknown
  //   rewrite  the data server does it, but status, headers or body are changed on the way back
  addFault(fault) {
    if (!['answer', 'delay', 'break', 'swallow', 'rewrite'].includes(fault.kind)) throw new Error(`Unknown kind of fault: ${fault.kind}`)
    const added = { ...fault, id: this.#nextId++, left: fault.times ?? Infinity, met: 0 }
    this.#faults.push(added)
    return this.#shown(added)
  }

  faults() {
    return this.#faults.map(fault => this.#shown(fault))
  }

  clearFaults() {
    this.#faults = []
  }

  requests(path = '') {
    return this.#requests.filter(request => request.path.includes(path))
  }

  clearRequests() {
    this.#requests = []
  }

  #shown({ left, ...fault }) {
    return { ...fault, left: left === Infinity ? null : left }
  }

  #faultFor(request) {
    const fault = this.#faults.find(fault => fault.left > 0 &&
      request.url.includes(fault.path ?? '') && (fault.method ?? request.method) === request.method)
    if (fault) {
      fault.left -= 1
      fault.met += 1
    }
    return fault
  }

  async #serve(request, response) {
    const body = Buffer.concat(await Array.fromAsync(request))
    const fault = this.#faultFor(request)
    const entry = {
      at: new Date().toISOString(), method: request.method, path: request.url, fault: fault?.kind ?? null, passedOn: false, status: null,
      bodyHash: createHash('sha256').update(body).digest('hex'),
      body: /json|text/.test(request.headers['content-type'] ?? '') && body.length <= largestKept ? body.toString() : null,
      userAgent: request.headers['user-agent'] ?? null,
    }
    this.#requests.push(entry)

    if (fault?.milliseconds) await new Promise(resolve => setTimeout(resolve, fault.milliseconds))
    if (fault?.kind === 'break') return request.socket.destroy()
    if (fault?.kind === 'answer') {
      entry.status = fault.status ?? 500
      return this.#answer(response, entry.status, fault.headers, fault.body)
    }

    const answer = await this.#passOn(request, body)
    entry.passedOn = true
    entry.status = answer.status
    if (fault?.kind === 'swallow') return request.socket.destroy()
    if (fault?.kind === 'rewrite') {
      return this.#answer(response, fault.status ?? answer.status, fault.headers ?? { 'content-type': answer.headers['content-type'] ?? '' }, fault.body ?? answer.body)
    }
    response.writeHead(answer.status, answer.headers)
    response.end(this.#asOurs(request, answer.body))
  }

  #answer(response, status, headers = {}, body = '') {
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    const type = typeof body === 'string' || Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' }
    response.writeHead(status, { ...type, ...headers })
    response.end(text)
  }

  // Sign-in tells the client where its data server is; through here, that is here.
  #asOurs(request, body) {
    if (!request.url.includes('/xrpc/com.atproto.server.')) return body
    return body.toString().replaceAll(this.#target, this.url)
  }

  #passOn(request, body) {
    const target = new URL(request.url, this.#target)
    // Host stays as the client wrote it; a compressed answer could not be changed on its way.
    const { 'accept-encoding': _, connection: __, 'transfer-encoding': ___, ...headers } = request.headers
    return new Promise((resolve, reject) => {
      const onward = http.request(target, { method: request.method, headers: { ...headers, 'content-length': body.length } }, async answer => {
        try {
          const { connection: _, 'transfer-encoding': __, 'content-length': ___, 'keep-alive': ____, ...kept } = answer.headers
          resolve({ status: answer.statusCode, headers: kept, body: Buffer.concat(await Array.fromAsync(answer)) })
        } catch (error) {
          reject(error)
        }
      })
      onward.once('error', reject)
      onward.end(body)
    })
  }
}
