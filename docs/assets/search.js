// What is typed into the search, in the words that the index can use.
//
// The theme looks for every word as a beginning and joins them by OR, so that in a pasted message
// "a" and "to" would decide. Here common words go, the others count as they are, and only what is
// being typed, the last one, may be a beginning, which counts half. The places in a traceback go,
// and of the reader's own files only the ending stays, such as .h5. Numbers go, too, except that of
// a release, such as 16 in 2.16.
const QUERY = 2; // the theme's number for a message with a query; its worker reads lunr's syntax
const COMMON = new Set(
  ("a about an and any are as at be been but by can cannot could did do does for from get had has " +
    "have how i if in instead into is it its just like me my no not of on one or our should so some " +
    "still such than that the their them then there these they this to today use used using was way " +
    "we were what when where which who why will with would you your").split(" "),
);
const WHOLE = new Set(["keras", "tensorflow"]); // a "KerasTensor" is not meant by them
const FRAME = /File "[^"]*", line \d+(, in \S+)?/g;
const PATH = /(^|[\s"'(=])(?:\w:|~|\.\.?)?[\\/](?:\S*[\\/])?[^\s\\/"')]*?((?:\.\w+)*)(?=[\s"'),:]|$)/g;
const RELEASE = /\b[1-3]\.(\d\d)\b/g;

function wordsOf(query) {
  const named = query
    .replace(FRAME, " ")
    .replace(PATH, (_, before, ending) => before + (ending === ".py" ? "" : ending));
  const text = /\w/.test(named) ? named : query;
  const releases = [...text.matchAll(RELEASE)].map((match) => match[1]);
  const parts = text.split(/[\s\-,.:;!?=<>|~^*@#$%&\\[\](){}"'‘’“”`/]+/);
  const found = parts.map((part) => part.replace(/^\++/, "")).filter(Boolean);
  const last = /\s$/.test(query) ? "" : found.at(-1);
  const isKept = (word) => {
    return /^\d*$/.test(word) ? releases.includes(word) : !COMMON.has(word.toLowerCase());
  };
  const kept = found.filter(isKept);
  const words = [...new Set(kept.length ? kept : found)].map((word) => `${word}^2`);
  const isBegun = last && found.length < 5 && !WHOLE.has(last.toLowerCase());
  return (isBegun ? [...words, `${last}*^1`] : words).join(" ");
}

const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  const isQuery = message?.type === QUERY && typeof message.data === "string";
  return send.call(this, isQuery ? { ...message, data: wordsOf(message.data) } : message, ...rest);
};
