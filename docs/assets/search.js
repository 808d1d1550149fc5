// What is typed into the search, in the words that the index can use.
//
// The theme looks for every word as a beginning and joins them by OR, so that in a pasted message
// "a" and "to" would decide. Here common words go, the others count as they are, and only what is
// being typed, the last one, may be a beginning.
const QUERY = 2; // the theme's number for a message with a query; its worker reads lunr's syntax
const COMMON = new Set(
  ("a about an and are as at be been but by can cannot could did do does for from had has have how i " +
    "if in instead into is it its like me my no not of on one or our so some such than that the their " +
    "them then there these they this to today use used using was way we were what when where which " +
    "who why will with would you your").split(" "),
);

function wordsOf(query) {
  const found = query.split(/[\s\-,.:;!?=<>|~^*+@#$%&\\[\](){}"'‘’“”`/]+/).filter(Boolean);
  const last = /\s$/.test(query) ? "" : found.at(-1);
  const kept = found.filter((word) => !COMMON.has(word.toLowerCase()) && !/^\d*$/.test(word));
  const words = [...new Set(kept.length ? kept : found)].map((word) => `${word}^1`);
  return (last && found.length < 5 ? [...words, `${last}*`] : words).join(" ");
}

const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  const isQuery = message?.type === QUERY && typeof message.data === "string";
  return send.call(this, isQuery ? { ...message, data: wordsOf(message.data) } : message, ...rest);
};
