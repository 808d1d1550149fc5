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
// a release, such as 16 in 2.16.

const [SETUP, READY, QUERY] = [0, 1, 2]; // the theme's numbers for its messages
const SITE = new URL("..", document.currentScript.src);
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
    addEventListener("focusin", (event) => event.target.matches(".md-search__input") && this.start());
  }

  postMessage(message) {
    if (message.type === SETUP) {
      this.setUp(message.data);
      this.answer({ type: READY });
    } else if (message.type === QUERY && (this.started || message.data)) {
      this.start().then((worker) => worker.postMessage({ ...message, data: wordsOf(message.data) }));
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
    const setup = await this.setup; // a ?q= in the address asks before the theme has sent it
    await new Promise((ready) => {
      worker.addEventListener("message", ready, { once: true });
      worker.postMessage({ type: SETUP, data: { ...setup, docs: sections } });
    });
    worker.addEventListener("message", (event) => this.answer(event.data));
    return worker;
  }

  answer(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
};
