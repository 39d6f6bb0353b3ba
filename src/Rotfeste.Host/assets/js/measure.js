// The networks' own measure: what a reader sees as one letter counts once, whatever it is made of.

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const utf8 = new TextEncoder();

/** Letters and bytes of the text with what is added after it. */
export function measure(text, ending) {
  const whole = ending ? `${text.trimEnd()}${ending}` : text;
  let letters = 0;
  for (const _ of graphemes.segment(whole)) letters++;
  return { letters, bytes: utf8.encode(whole).length };
}

/**
 * How much of the room is used, in letters. A text that is within its letters but over its bytes
 * (long addresses, flags) is over: the share of the fuller of the two is shown.
 */
export function room({ letters, bytes }, maxLetters, maxBytes) {
  const left = maxLetters - letters;
  const over = maxBytes > 0 && bytes > maxBytes;
  return { used: letters, left, over: left < 0 || over, overBytes: over && left >= 0 ? bytes - maxBytes : 0 };
}
