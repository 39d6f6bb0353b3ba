// The mail server alone, with its control server.
//
//   node mail.mjs [--key FILE --cert FILE] [--user NAME --password WORD]
import './node22.mjs'
import './loopback.mjs'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { controlServer } from './control.mjs'
import { freePort, serve } from './lifetime.mjs'
import { startSmtp } from './smtp.mjs'

const names = ['key', 'cert', 'user', 'password']
const { values } = parseArgs({ options: Object.fromEntries(names.map(name => [name, { type: 'string' }])) })
const smtp = await startSmtp(await freePort(), {
  key: values.key && readFileSync(values.key), cert: values.cert && readFileSync(values.cert), user: values.user, password: values.password,
})
const control = controlServer({ smtp })
const controlPort = await freePort()
await new Promise((resolve, reject) => control.once('error', reject).listen(controlPort, '127.0.0.1', resolve))

serve({ control: `http://localhost:${controlPort}`, smtp: smtp.address }, async () => {
  control.closeAllConnections()
  await smtp.stop()
})
