// Imported before anything else: whatever listens without naming an address listens on 127.0.0.1 only.
// The reference servers would otherwise be reachable from the whole network that the machine stands in.
import net from 'node:net'

const listen = net.Server.prototype.listen

net.Server.prototype.listen = function (first, ...rest) {
  if (first === null || first === undefined || typeof first === 'function') {
    return listen.call(this, { port: 0, host: '127.0.0.1' }, first ?? rest.at(-1))
  }
  if (typeof first === 'object' && first.path === undefined && first.fd === undefined && !('_handle' in first)) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest)
  }
  if (typeof first === 'number' || /^\d+$/.test(first)) {
    const callback = rest.find(argument => typeof argument === 'function')
    return listen.call(this, { port: Number(first), host: '127.0.0.1' }, callback)
  }
  return listen.call(this, first, ...rest)
}
