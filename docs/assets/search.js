// Search: started when it is first used, and asked in the words that the index can use.
//
// The theme starts its worker, and loads the whole index, on every page. Here a page gets an empty
// index, and a worker that waits: the first time the search is used, it loads the sections of the
// site, which the build has written as a script, and the theme's own worker. From a folder, where
// browsers refuse workers, an iframe takes its place: iframe-worker, by the author of the theme.
//
// The theme looks for every word as a beginning and joins them by OR, so that in a pasted message
// "a" and "to" would decide. Here common words go, the others count as they are, and only what is
// being typed, the last one, may be a beginning, which counts half. The places in a traceback go,
// and of the reader's own files only the ending stays, such as .h5. Numbers go, too, except that of
// a release, such as 16 in 2.16. A word that the site does not have is taken in the other spelling,
// British or American, or else as one with a letter wrong.
//
// The theme gives one rare word of the query much weight: here a section counts less for each word
// that it lacks, and to "what is a tensor" the glossary answers first.

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // the theme's numbers for its messages
const SITE = new URL("..", document.currentScript.src);
const COMMON = new Set(
  ("a about again an and any anything are as at be been but by can cannot could did do does for from get had has " +
    "have how i if in instead into is it its just like make makes me my no not now of on one or our should so some " +
    "still such than that the their them then there these they this to today use used using was way " +
    "we were what when where which who why will with would you your").split(" "),
);
const WHOLE = new Set(["keras", "tensorflow"]); // a "KerasTensor" is not meant by them
const FRAME = /File "[^"]*", line \d+(, in \S+)?/g;
const PATH = /(^|[\s"'(=])(?:\w:|~|\.\.?)?[\\/](?:\S*[\\/])?[^\s\\/"')]*?((?:\.\w+)*)(?=[\s"'),:]|$)/g;
const RELEASE = /\b[1-3]\.(\d\d)\b/g;
const BETWEEN = /[\s\-,.:;!?=<>|~^*@#$%&\\[\](){}"'‘’“”`/]+/;
const DEFINITION = /^\s*(what(['’]?s| is| are)|define|definition of|meaning of)\b/i;
const LACKING = 0.3; // the power with which the share of the query's words counts
const SPELLINGS = [["isation", "ization"], ["ise", "ize"], ["ising", "izing"], ["yse", "yze"], ["our", "or"]];

// The words of the site, which are there once the sections are loaded.
const known = new Set();

function learn(sections) {
  for (const { title, text } of sections) {
    for (const word of `${title} ${text.replace(/<[^>]*>/g, " ")}`.split(BETWEEN)) {
      known.add(word.toLowerCase());
    }
  }
}

// Whether a word of the site begins so; before they are there, any may.
function begins(typed) {
  return !known.size || [...known].some((word) => word.startsWith(typed.toLowerCase()));
}

// Whether the site has a word or another form of it, such as "adopted" for "adopt": then it is no mistake.
function isInflected(typed) {
  const stem = typed.replace(/(e|y|s|es|ed|ing)$/, "");
  return ["", "e", "y", "s", "es", "ed", "ing", "ion"].some((end) => known.has(stem + end) || known.has(typed + end));
}

function spelt(word) {
  const typed = word.toLowerCase();
  if (!known.size || !/^[a-z]{4,}$/.test(typed) || isInflected(typed)) return word;
  for (const [one, other] of SPELLINGS) {
    for (const [from, to] of [[one, other], [other, one]]) {
      const swapped = typed.replace(from, to);
      if (swapped !== typed && known.has(swapped)) return swapped;
    }
  }
  return `${word}~1`;
}

function wordsOf(query) {
  const named = query
    .replace(FRAME, " ")
    .replace(PATH, (_, before, ending) => before + (ending === ".py" ? "" : ending));
  const text = /\w/.test(named) ? named : query;
  const releases = [...text.matchAll(RELEASE)].map((match) => match[1]);
  const parts = text.replace(/\btf-keras\b/g, "tf_keras").split(BETWEEN);
  const found = parts.map((part) => part.replace(/^\++/, "")).filter(Boolean);
  const last = /\s$/.test(query) ? "" : found.at(-1);
  const isKept = (word) => {
    return /^\d*$/.test(word) ? releases.includes(word) : !COMMON.has(word.toLowerCase());
  };
  const kept = found.filter(isKept);
  const isBegun =
    last && begins(last) && found.length < 5 && !/^\d{1,2}$/.test(last) && ![WHOLE, COMMON].some((words) => words.has(last.toLowerCase()));
  const wanted = [...new Set(kept.length ? kept : found)];
  const isTyped = kept.length < 7; // and not a pasted message, with names of the reader's own
  const words = wanted.map((word) => {
    return `${isTyped && !(isBegun && word === last) ? spelt(word) : word}^2`;
  });
  return (isBegun ? [...words, `${last}*^1`] : words).join(" ");
}

function isDefined(section, query) {
  if (!DEFINITION.test(query) || !section.location.startsWith("glossary.html#")) return false;
  const [term, asked] = [section.title.replace(/<[^>]*>/g, ""), query.replace(DEFINITION, "")].map((text) => {
    const words = text.toLowerCase().split(BETWEEN).filter((word) => word && !COMMON.has(word));
    const own = words.filter((word) => !WHOLE.has(word)); // "a backend in keras" is a backend
    return (own.length ? own : words).map((word) => word.replace(/s$/, "")).join(" ");
  });
  return term === asked;
}

// The groups of sections that the theme has found, one for each page, in the order of their best.
function ranked(groups, query) {
  for (const section of groups.flat()) {
    const has = Object.values(section.terms);
    section.score *= has.length ? (has.filter(Boolean).length / has.length) ** LACKING : 1;
  }
  const best = (group) => Math.max(...group.map((section) => section.score));
  const top = Math.max(0, ...groups.map(best));
  for (const section of groups.flat().filter((one) => isDefined(one, query))) section.score += top;
  const sorted = groups.map((group) => group.toSorted((one, other) => other.score - one.score));
  return sorted.toSorted((one, other) => best(other) - best(one));
}

function load(file) {
  return new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: new URL(file, SITE) });
    script.addEventListener("load", done);
    script.addEventListener("error", () => failed(new Error(`${script.src} cannot be loaded`)));
    document.head.append(script);
  });
}

const SystemWorker = window.Worker;

window.Worker = class WaitingWorker extends EventTarget {
  constructor(url) {
    super();
    this.url = url;
    this.setup = new Promise((done) => (this.setUp = done));
    this.queries = []; // that wait for an answer, the oldest first
    addEventListener("focusin", (event) => event.target.matches(".md-search__input") && this.start());
  }

  postMessage(message) {
    if (message.type === SETUP) {
      this.setUp(message.data);
      this.answer({ type: READY });
    } else if (message.type === QUERY && (this.started || message.data)) {
      this.start().then((worker) => {
        this.queries.push(message.data);
        worker.postMessage({ ...message, data: wordsOf(message.data) });
      });
    } else {
      this.answer({ type: RESULT, data: { items: [] } }); // nothing is typed yet
    }
  }

  start() {
    this.started ??= this.startNow();
    return this.started;
  }

  async startNow() {
    const isFolder = location.protocol === "file:";
    await Promise.all([load("search/sections.js"), isFolder && load("assets/iframe-worker.js")]);
    const worker = new (isFolder ? IFrameWorker : SystemWorker)(this.url);
    learn(sections);
    const setup = await this.setup; // a ?q= in the address asks before the theme has sent it
    await new Promise((ready) => {
      worker.addEventListener("message", ready, { once: true });
      worker.postMessage({ type: SETUP, data: { ...setup, docs: sections } });
    });
    worker.addEventListener("message", ({ data: { type, data } }) => {
      this.answer({ type, data: type === RESULT ? { ...data, items: ranked(data.items, this.queries.shift()) } : data });
    });
    return worker;
  }

  answer(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
};

// The theme hears keys alone: what is pasted by mouse or by touch is a query, too.
document.addEventListener("input", (event) => {
  if (event.target.matches(".md-search__input")) {
    event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  }
});
