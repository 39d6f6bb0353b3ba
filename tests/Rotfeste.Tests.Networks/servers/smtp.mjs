// A mail server that delivers nothing: it keeps what it is given, for a test to read.
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export async function startSmtp(port) {
  const mails = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_, __, done) => done(null, { user: 'anyone' }),
    async onData(stream, session, done) {
      const raw = Buffer.concat(await Array.fromAsync(stream))
      const { subject, text, html, from, headers } = await PostalMime.parse(raw)
      mails.push({
        at: new Date().toISOString(),
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map(recipient => recipient.address),
        sender: from ?? null, subject: subject ?? null, text: text ?? null, html: html ?? null, headers, raw: raw.toString(),
      })
      done()
    },
  })
  server.on('error', () => { /* A client that hangs up in the middle is no reason to end. */ })
  await new Promise((resolve, reject) => server.server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    address: { host: '127.0.0.1', port },
    to: recipient => mails.filter(mail => !recipient || mail.to.includes(recipient)),
    clear: () => mails.splice(0),
    stop: () => new Promise(resolve => server.close(resolve)),
  }
}
