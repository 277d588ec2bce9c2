// Calls to the app, under the session of this page. When the session is over, all of them wait until somebody signed in again.

const fewestSeconds = 1;
const mostSeconds = 60;
const mostTries = 6;

/** What the app refused for good. */
export class Refused extends Error {
  /**
   * @param {number} status the answer's status
   * @param {{ detail?: string, messageZh?: string }} problem the answer
   */
  constructor(status, problem) {
    super(problem.detail ?? `${status}`);
    this.status = status;
    this.messageZh = problem.messageZh;
  }
}

/**
 * Waits.
 * @param {number} seconds how long
 */
export function wait(seconds) {
  return new Promise((over) => setTimeout(over, seconds * 1000));
}

/**
 * How long to wait before another try: longer each time, and never as long as somebody else.
 * @param {number} tries how many there were
 * @param {number} most the longest wait
 * @returns {number} seconds
 */
export function pause(tries, most) {
  return Math.min(most, fewestSeconds * 2 ** (tries - 1)) * (0.75 + Math.random() / 2);
}

/** Waits until the browser says that there is a network; a browser that says so may be wrong. */
export async function online() {
  if (!navigator.onLine) {
    await new Promise((back) => addEventListener('online', back, { once: true }));
  }
}

/** The session of the page: its form token, and whether it is over. */
export class Session {
  #token;
  #isOver = false;
  #waiting = [];
  #onOver;
  #point;

  /**
   * @param {string} token the form token that came with the page
   * @param {string} point the teaching point whose page it is
   * @param {() => void} onOver is told when the session is over
   */
  constructor(token, point, onOver) {
    this.#token = token;
    this.#point = point;
    this.#onOver = onOver;
  }

  /**
   * Goes on, if somebody has signed in again who may see this page.
   * @returns {Promise<boolean>} whether somebody has
   */
  async resume() {
    if (!(await this.#renew())) {
      return false;
    }
    this.#isOver = false;
    this.#waiting.splice(0).forEach((goOn) => goOn());
    return true;
  }

  /**
   * Calls the app, again where that may help.
   * @param {string} address where
   * @param {object} [body] what is sent; without it, it is a GET
   * @returns {Promise<any>} the answer
   */
  async call(address, body) {
    let isRenewed = false;
    for (let tries = 1; ; tries++) {
      await this.#isOpen();
      await online();
      let answer = await this.#send(address, body);
      if (answer?.ok) {
        const told = await answer.json().catch(() => null);
        if (told !== null) {
          return told;
        }

        // Cut off on the way: as if there had been none.
        answer = null;
      }
      if (answer?.status === 401) {
        this.#end();
        tries--;
        continue;
      }
      const problem = (await answer?.json().catch(() => null)) ?? {};
      if (problem.code === 'form-expired' && !isRenewed) {
        // Somebody signed in anew in another tab.
        isRenewed = await this.#renew();
        continue;
      }
      const again = !answer || answer.status === 429 || answer.status >= 500;
      if (!again || tries === mostTries) {
        throw new Refused(answer?.status ?? 0, problem);
      }
      await wait(Number(answer?.headers.get('Retry-After')) || pause(tries, mostSeconds));
    }
  }

  async #renew() {
    const session = await this.#send('/api/session').then((answer) => answer?.json()).catch(() => null);
    this.#token = session?.formToken ?? this.#token;
    return session?.isSignedIn === true && (session.teachingPoint ?? this.#point) === this.#point;
  }

  async #send(address, body) {
    const headers = { Accept: 'application/json', 'X-Form-Token': this.#token };
    try {
      return body
        ? await fetch(address, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
        : await fetch(address, { headers, cache: 'no-store' });
    } catch {
      return null;
    }
  }

  #isOpen() {
    return this.#isOver ? new Promise((goOn) => this.#waiting.push(goOn)) : undefined;
  }

  #end() {
    if (!this.#isOver) {
      this.#isOver = true;
      this.#onOver();
    }
  }
}
