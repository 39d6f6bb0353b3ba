// How a test tells the network what shall happen: JSON over HTTP on loopback. README.md lists every call.
import http from 'node:http'
import { Refused } from './people.mjs'

export function controlServer({ people, bluesky, jetstreams, proxy, smtp }) {
  const jetstream = number => jetstreams[number - 1] ?? refuse(404, 'NoSuchJetstream', `There is no Jetstream ${number}.`)
  const done = action => async (...args) => { await action(...args); return {} }

  const routes = [
    ['GET', '/health', () => ({ ready: true })],

    ['POST', '/accounts', ({ body }) => people.create(body)],
    ['GET', '/accounts', () => people.all()],
    ['POST', '/accounts/:who/app-passwords', ({ who, body }) => people.createAppPassword(who, body.name)],
    ['DELETE', '/accounts/:who/app-passwords/:name', ({ who, name }) => people.revokeAppPassword(who, name)],
    ['PUT', '/accounts/:who/status', ({ who, body }) => people.setStatus(who, body.status)],
    ['PUT', '/accounts/:who/handle', ({ who, body }) => people.rename(who, body.handle)],
    ['GET', '/accounts/:who/notifications', ({ who }) => people.notifications(who)],
    ['GET', '/accounts/:who/records', ({ who, query }) => people.records(who, query.collection)],

    ['POST', '/posts', ({ body }) => people.post(body)],
    ['PUT', '/posts', ({ body }) => people.edit(body)],
    ['DELETE', '/posts', ({ query }) => people.remove(query.uri)],
    ['GET', '/posts', ({ query }) => people.record(query.uri)],
    ['GET', '/replies', ({ query }) => people.replies(query.to)],
    ['POST', '/records', ({ body }) => people.write(body)],
    ['POST', '/settled', done(() => bluesky.settle())],

    ['POST', '/pds/stop', done(() => bluesky.stopPds())],
    ['POST', '/pds/start', done(() => bluesky.startPds())],

    ['GET', '/jetstreams/:number', ({ number }) => jetstream(number).state()],
    ['POST', '/jetstreams/:number/stop', done(({ number }) => jetstream(number).stop())],
    ['POST', '/jetstreams/:number/start', done(({ number }) => jetstream(number).start())],
    ['POST', '/jetstreams/:number/disconnect', done(({ number }) => jetstream(number).disconnect())],
    ['POST', '/jetstreams/:number/forget', done(({ number, body }) => jetstream(number).forget(body.keep))],
    ['POST', '/jetstreams/:number/events', ({ number, body }) => ({ times: [body].flat().map(event => jetstream(number).write(event)) })],
    ['POST', '/jetstreams/:number/frames', done(({ number, text }) => jetstream(number).inject(text))],

    ['POST', '/proxy/stop', done(() => proxy.stop())],
    ['POST', '/proxy/start', done(() => proxy.start())],
    ['POST', '/proxy/faults', ({ body }) => proxy.addFault(body)],
    ['GET', '/proxy/faults', () => proxy.faults()],
    ['DELETE', '/proxy/faults', done(() => proxy.clearFaults())],
    ['GET', '/proxy/requests', ({ query }) => proxy.requests(query.path)],
    ['DELETE', '/proxy/requests', done(() => proxy.clearRequests())],

    ['GET', '/mails', ({ query }) => smtp.to(query.to)],
    ['DELETE', '/mails', done(() => smtp.clear())],
    ['POST', '/smtp/stop', done(() => smtp.stop())],
    ['POST', '/smtp/start', done(() => smtp.start())],
    ['POST', '/smtp/faults', ({ body }) => smtp.fail(body)],
    ['GET', '/smtp/faults', () => smtp.faults()],
  ].map(([method, path, answer]) => ({ method, answer, pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }))

  return http.createServer(async (request, response) => {
    try {
      const url = new URL(request.url, 'http://localhost')
      const route = routes.find(route => route.method === request.method && route.pattern.test(url.pathname)) ??
        refuse(404, 'NoSuchCall', `${request.method} ${url.pathname} is not a call of this server.`)
      const named = Object.entries(route.pattern.exec(url.pathname).groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
      const text = Buffer.concat(await Array.fromAsync(request)).toString()
      // Frames are passed on as they are, and may be anything but JSON.
      const body = text === '' || url.pathname.endsWith('/frames') ? {} : JSON.parse(text)
      answer(response, 200, await route.answer({ ...Object.fromEntries(named), query: Object.fromEntries(url.searchParams), body, text }))
    } catch (error) {
      answer(response, error.status ?? 500, { error: error.error ?? error.name, message: error.message })
    }
  })
}

function refuse(status, error, message) {
  throw new Refused(status, error, message)
}

function answer(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}
