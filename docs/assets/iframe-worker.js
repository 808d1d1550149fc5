// A worker in an iframe, for pages that are opened from a folder, where browsers refuse workers.
//
// The idea and the name are those of iframe-worker (npm, MIT) by the author of the theme, whose
// search asks its parent for that name. His writes a script into the frame, which the policy of our
// pages stops; here the page itself gives the frame what a worker has, and loads the script from
// its file.

window.IFrameWorker = class extends EventTarget {
  constructor(url) {
    super();
    const frame = Object.assign(document.createElement("iframe"), { hidden: true });
    document.body.append(frame);
    this.inside = frame.contentWindow;
    const empty = frame.contentDocument;
    empty.open(); // or Firefox would put another empty page in its place, later
    empty.write("<!doctype html><body>");
    empty.close();
    this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    this.inside.importScripts = async (...urls) => {
      for (const each of urls) await this.load(each);
    };
    this.loaded = this.load(url);
  }

  load(url) {
    return new Promise((done, failed) => {
      const page = this.inside.document;
      const script = Object.assign(page.createElement("script"), { src: url });
      script.addEventListener("load", done);
      script.addEventListener("error", () => failed(new Error(`${url} cannot be loaded`)));
      page.body.append(script);
    });
  }

  async postMessage(data) {
    await this.loaded;
    this.inside.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
  }
};
