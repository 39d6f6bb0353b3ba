// A small picture drawn here, so that no image file has to lie in the repository.
import { crc32, deflateSync } from 'node:zlib'

function chunk(type, data) {
  const head = Buffer.from(type, 'latin1')
  const length = Buffer.alloc(4)
  const check = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(Buffer.concat([head, data])))
  return Buffer.concat([length, head, data, check])
}

// A PNG that fades from one colour to another.
export function png(width = 320, height = 200) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0, at = 0; y < height; y++) {
    at += 1
    for (let x = 0; x < width; x++, at += 3) rows.set([40 + Math.floor(160 * x / width), 90, 60 + Math.floor(160 * y / height)], at)
  }
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
