// The people of the test network: what a stranger on Bluesky can do, done directly at the data server.
import { png } from './pictures.mjs'

const posts = 'app.bsky.feed.post'

export class Refused extends Error {
  constructor(status, error, message) {
    super(message ?? error)
    this.status = status
    this.error = error
  }
}

export class People {
  #pds
  #admin
  #accounts = new Map()

  constructor(pds, adminPassword) {
    this.#pds = pds
    this.#admin = `Basic ${Buffer.from(`admin:${adminPassword}`).toString('base64')}`
  }

  async #ask(method, name, { query = {}, body, as, type = 'application/json' } = {}) {
    const url = new URL(`/xrpc/${name}`, this.#pds)
    for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, value)
    const headers = as ? { authorization: as } : {}
    if (body !== undefined) headers['content-type'] = type
    const response = await fetch(url, { method, headers, body: body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body) })
    const text = await response.text()
    const answer = text === '' ? {} : JSON.parse(text)
    if (!response.ok) throw new Refused(response.status, answer.error, answer.message)
    return answer
  }

  // Who: handle, with or without @, or DID, of an account made here.
  find(who) {
    const wanted = String(who).replace(/^@/, '')
    const account = [...this.#accounts.values()].find(account => account.did === wanted || account.handle === wanted)
    if (!account) throw new Refused(404, 'NoSuchAccount', `No account ${who} was made here.`)
    return account
  }

  #as(account) {
    return `Bearer ${account.token}`
  }

  all() {
    return [...this.#accounts.values()].map(account => this.#shown(account))
  }

  #shown({ did, handle, password, status }) {
    return { did, handle, password, status }
  }

  async create({ handle, password = 'a password for tests', displayName, description }) {
    const made = await this.#ask('POST', 'com.atproto.server.createAccount', { body: { handle, password, email: `${handle}@example.test` } })
    const account = { did: made.did, handle: made.handle, password, token: made.accessJwt, status: 'active' }
    this.#accounts.set(account.did, account)
    if (displayName || description) {
      await this.write({ by: account.did, collection: 'app.bsky.actor.profile', rkey: 'self', record: { displayName, description } })
    }
    return this.#shown(account)
  }

  async createAppPassword(who, name) {
    const account = this.find(who)
    const { password } = await this.#ask('POST', 'com.atproto.server.createAppPassword', { as: this.#as(account), body: { name } })
    return { name, password }
  }

  // Sessions that were opened with it cannot be refreshed any more.
  async revokeAppPassword(who, name) {
    await this.#ask('POST', 'com.atproto.server.revokeAppPassword', { as: this.#as(this.find(who)), body: { name } })
    return {}
  }

  async setStatus(who, status) {
    const account = this.find(who)
    const subject = { $type: 'com.atproto.admin.defs#repoRef', did: account.did }
    const takedown = applied => this.#ask('POST', 'com.atproto.admin.updateSubjectStatus', { as: this.#admin, body: { subject, takedown: { applied } } })
    if (status === 'takendown') await takedown(true)
    else if (status === 'deactivated') await this.#ask('POST', 'com.atproto.server.deactivateAccount', { as: this.#as(account), body: {} })
    else if (status === 'deleted') await this.#ask('POST', 'com.atproto.admin.deleteAccount', { as: this.#admin, body: { did: account.did } })
    else if (status === 'active' && account.status === 'takendown') await takedown(false)
    else if (status === 'active') await this.#ask('POST', 'com.atproto.server.activateAccount', { as: this.#as(account) })
    else throw new Refused(400, 'UnknownStatus', `Status is active, deactivated, takendown or deleted, not ${status}.`)
    account.status = status
    return this.#shown(account)
  }

  async rename(who, handle) {
    const account = this.find(who)
    await this.#ask('POST', 'com.atproto.admin.updateAccountHandle', { as: this.#admin, body: { did: account.did, handle } })
    account.handle = handle
    return this.#shown(account)
  }

  // Any record at all: a like, a repost, a follow, a profile. With rkey it is put, else created.
  async write({ by, collection, rkey, record }) {
    const account = this.find(by)
    const body = { repo: account.did, collection, rkey, record: { $type: collection, createdAt: new Date().toISOString(), ...record } }
    const { uri, cid } = await this.#ask('POST', `com.atproto.repo.${rkey ? 'put' : 'create'}Record`, { as: this.#as(account), body })
    return { uri, cid, rkey: uri.split('/').at(-1), record: body.record }
  }

  async post({ by, text, replyTo, mentions = [], links = [], tags = [], quote, images = [], langs, createdAt, rkey }) {
    const record = { text, langs, createdAt: createdAt ?? new Date().toISOString() }
    const facets = [
      ...mentions.map(handle => facet(text, `@${handle}`, { $type: 'app.bsky.richtext.facet#mention', did: this.find(handle).did })),
      ...links.map(uri => facet(text, uri, { $type: 'app.bsky.richtext.facet#link', uri })),
      ...tags.map(tag => facet(text, `#${tag}`, { $type: 'app.bsky.richtext.facet#tag', tag })),
    ]
    if (facets.length > 0) record.facets = facets
    if (replyTo) {
      const parent = await this.record(replyTo)
      const own = { uri: parent.uri, cid: parent.cid }
      record.reply = { root: parent.value.reply?.root ?? own, parent: own }
    }
    const media = images.length > 0 ? { $type: 'app.bsky.embed.images', images: await Promise.all(images.map(image => this.#upload(by, image))) } : undefined
    const quoted = quote ? { $type: 'app.bsky.embed.record', record: await this.#strongRef(quote) } : undefined
    if (media && quoted) record.embed = { $type: 'app.bsky.embed.recordWithMedia', record: quoted, media }
    else if (media ?? quoted) record.embed = media ?? quoted
    return this.write({ by, collection: posts, rkey, record })
  }

  async #upload(by, { alt = '', data, mimeType = 'image/png', width = 320, height = 200 }) {
    const bytes = data ? Buffer.from(data, 'base64') : png(width, height)
    const { blob } = await this.#ask('POST', 'com.atproto.repo.uploadBlob', { as: this.#as(this.find(by)), body: bytes, type: mimeType })
    return { alt, image: blob, aspectRatio: { width, height } }
  }

  async #strongRef(uri) {
    const { cid } = await this.record(uri)
    return { uri, cid }
  }

  async record(uri) {
    const [, , repo, collection, rkey] = uri.split('/')
    return this.#ask('GET', 'com.atproto.repo.getRecord', { query: { repo, collection, rkey } })
  }

  async edit({ uri, text }) {
    const { value: { facets, ...value } } = await this.record(uri)
    const [, , by, collection, rkey] = uri.split('/')
    // Facets point at bytes of the old text.
    return this.write({ by, collection, rkey, record: { ...value, text } })
  }

  async remove(uri) {
    const [, , repo, collection, rkey] = uri.split('/')
    await this.#ask('POST', 'com.atproto.repo.deleteRecord', { as: this.#as(this.find(repo)), body: { repo, collection, rkey } })
    return {}
  }

  // Every record of a collection, as the data server has it, oldest first.
  async records(who, collection = posts) {
    const repo = this.find(who).did
    const found = []
    let cursor
    do {
      const page = await this.#ask('GET', 'com.atproto.repo.listRecords', { query: { repo, collection, limit: 100, cursor, reverse: true } })
      found.push(...page.records)
      cursor = page.cursor
    } while (cursor)
    return found
  }

  // Answers to a post in all repositories made here: what the network holds, not what anybody believes.
  async replies(uri) {
    const living = [...this.#accounts.values()].filter(account => account.status === 'active')
    const all = await Promise.all(living.map(async ({ did, handle }) =>
      (await this.records(did)).filter(({ value }) => value.reply?.parent?.uri === uri).map(record => ({ by: handle, ...record }))))
    return all.flat()
  }

  notifications(who) {
    return this.#ask('GET', 'app.bsky.notification.listNotifications', { as: this.#as(this.find(who)), query: { limit: 100 } })
  }
}

// Facets count UTF-8 bytes, the end not included.
function facet(text, part, feature) {
  const at = text.indexOf(part)
  if (at < 0) throw new Refused(400, 'NotInText', `"${part}" does not stand in the text.`)
  const byteStart = Buffer.byteLength(text.slice(0, at))
  return { index: { byteStart, byteEnd: byteStart + Buffer.byteLength(part) }, features: [feature] }
}
