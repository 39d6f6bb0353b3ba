// A mail server that delivers nothing: it keeps what it is given, for a test to read, and refuses what it is told to.
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

// With a key and a certificate it takes mail over STARTTLS alone; with a user, after signing in alone.
export async function startSmtp(port, { key, cert, user, password } = {}) {
  const mails = []
  const faults = []
  let server

  // The oldest fault at this stage, "rcpt" or "data", that is not used up.
  const fault = stage => {
    const met = faults.find(fault => fault.at === stage && fault.left > 0)
    if (!met) return null
    met.left -= 1
    met.met += 1
    return Object.assign(new Error(met.text), { responseCode: met.code })
  }

  const open = () => new SMTPServer({
    authOptional: !user,
    ...(key ? { key, cert } : { disabledCommands: ['STARTTLS'] }),
    allowInsecureAuth: !key,
    onAuth: (auth, _, done) => !user || (auth.username === user && auth.password === password)
      ? done(null, { user: auth.username })
      : done(new Error('Wrong user or password')),
    onMailFrom: (_, session, done) => done(key && !session.secure ? Object.assign(new Error('Use STARTTLS'), { responseCode: 530 }) : null),
    onRcptTo: (_, __, done) => done(fault('rcpt')),
    async onData(stream, session, done) {
      const raw = Buffer.concat(await Array.fromAsync(stream))
      const refusal = fault('data')
      if (refusal) return done(refusal)
      const { subject, text, html, from, headers } = await PostalMime.parse(raw)
      mails.push({
        at: new Date().toISOString(),
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map(recipient => recipient.address),
        sender: from ?? null, subject: subject ?? null, text: text ?? null, html: html ?? null, headers, raw: raw.toString('latin1'),
        secure: session.secure, user: session.user ?? null,
      })
      done()
    },
  })

  const start = async () => {
    server = open()
    server.on('error', () => { /* A client that hangs up in the middle is no reason to end. */ })
    await new Promise((resolve, reject) => server.server.once('error', reject).listen(port, '127.0.0.1', resolve))
  }

  await start()
  return {
    address: { host: '127.0.0.1', port },
    to: recipient => mails.filter(mail => !recipient || mail.to.includes(recipient)),
    clear: () => mails.splice(0),
    start,
    // Connections go too: stopped, nobody answers.
    stop: () => new Promise(resolve => {
      server.close(resolve)
      for (const connection of server.connections) connection.close()
    }),
    fail: ({ at, code, text = 'Not now', times = 1 }) => {
      const made = { at, code, text, left: times, met: 0 }
      faults.push(made)
      return made
    },
    faults: () => faults,
  }
}
