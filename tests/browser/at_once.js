// Promises and timers that come true at once: with these axe-core also runs where a page runs no scripts.

class AtOnce {
  #state = "waiting";
  #value;
  #then = [];

  constructor(start) {
    try {
      start((value) => this.#settle("kept", value), (error) => this.#settle("broken", error));
    } catch (error) {
      this.#settle("broken", error);
    }
  }

  #settle(state, value) {
    if (this.#state !== "waiting") return;
    if (state === "kept" && typeof value?.then === "function") {
      value.then((inner) => this.#settle("kept", inner), (error) => this.#settle("broken", error));
      return;
    }
    [this.#state, this.#value] = [state, value];
    for (const next of this.#then) next();
  }

  then(kept, broken) {
    return new AtOnce((keep, fail) => {
      const next = () => {
        const handler = this.#state === "kept" ? kept : broken;
        if (typeof handler !== "function") (this.#state === "kept" ? keep : fail)(this.#value);
        else {
          try {
            keep(handler(this.#value));
          } catch (error) {
            fail(error);
          }
        }
      };
      if (this.#state === "waiting") this.#then.push(next);
      else next();
    });
  }

  catch(broken) {
    return this.then(undefined, broken);
  }

  static resolve(value) {
    return new AtOnce((keep) => keep(value));
  }

  static reject(error) {
    return new AtOnce((_, fail) => fail(error));
  }

  static race(list) {
    return new AtOnce((keep, fail) => list.forEach((item) => AtOnce.resolve(item).then(keep, fail)));
  }

  static all(list) {
    return new AtOnce((keep, fail) => {
      const values = [];
      let missing = list.length;
      if (!missing) keep(values);
      list.forEach((item, at) => AtOnce.resolve(item).then((value) => {
        values[at] = value;
        if (!(missing -= 1)) keep(values);
      }, fail));
    });
  }
}
