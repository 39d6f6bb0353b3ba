// The networks' own measure: what a reader sees as one letter counts once, whatever it is made of.

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const utf8 = new TextEncoder();

const links = /https?:\/\/[^\s<>"«»“”„`]+/gi;
const sentenceEnd = /[.,;:!?'’…*)\]}]+$/;
const mentions = /(^|[^\w/@])(@\w(?:[\w.-]*\w)?)@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d+)?/gi;

/** As the network counts: where a link has a length of its own, the domain of a mention is free as well. */
const counted = (text, link) => link === 0 ? text : text
  .replace(links, (found) => "x".repeat(link) + (found.match(sentenceEnd)?.[0] ?? ""))
  .replace(mentions, "$1$2");

/** Letters and bytes of the text with what is added after it, and the letters that are used before it. */
export function measure(text, ending, before = 0, link = 0) {
  const whole = ending ? `${text.trimEnd()}${ending}` : text;
  let letters = before;
  for (const _ of graphemes.segment(counted(whole, link))) letters++;
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
