/*
 * What happens to a page that loses its network, its server, its session or this module. A message across the page names what
 * happened, what became of a request that was on its way, and the one way on. The page continues by itself when the server is back,
 * and is loaded again if the server has forgotten it.
 *
 * The tab keeps two things in its session storage: the key of a request that has no answer yet, so that the page can ask later
 * what became of it (attributes data-request-key, data-request-kind, data-sends), and what was typed (data-keep, data-kept). Both
 * are handed to the same user only; what was typed is not kept when a user leaves a page that works.
 */
(() => {
  if (window.feesOutage) {
    return;
  }

  const SENT = 'fees.sent';
  const KEPT = 'fees.kept';
  /** A working day. */
  const KEPT_MILLIS = 8 * 60 * 60 * 1000;
  const TICK_MILLIS = 250;
  const PROBE_MILLIS = 2000;
  const PROBE_LIMIT_MILLIS = 5000;
  /** A shorter trouble is over before anybody has read about it. */
  const GRACE_MILLIS = 1500;
  /** Flow tries again every five seconds; a page that does not recover within this time is loaded again. */
  const RECOVERY_MILLIS = 20000;
  const READING_MILLIS = 1500;

  /** The user, the session, the texts, as the server has sent them with the latest page. */
  let here = null;
  let page = null;
  let path = '';
  let removed = false;
  let gone = 0;
  let touched = false;
  let leaving = false;
  let over = false;
  let since = 0;
  let aliveSince = 0;
  let probed = 0;
  let probing = false;
  let unreachable = false;

  const read = name => {
    try {
      return JSON.parse(sessionStorage.getItem(name));
    } catch {
      return null;
    }
  };
  const write = (name, value) => {
    try {
      if (value === null) {
        sessionStorage.removeItem(name);
      } else {
        sessionStorage.setItem(name, JSON.stringify(value));
      }
    } catch {
      // a browser without storage keeps nothing
    }
  };

  /* -- What was sent and typed -- */

  const sent = () => here && read(SENT)?.[here.user];

  /** Remembers that the request of this form may be on its way. */
  const sends = form => {
    const all = read(SENT) ?? {};
    all[here.user] = {key: form.dataset.requestKey, kind: form.dataset.requestKind, scope: form.dataset.keep ?? ''};
    write(SENT, all);
    touched = true;
    snapshot();
  };

  const answered = key => {
    if (sent()?.key === key) {
      const all = read(SENT);
      delete all[here.user];
      write(SENT, all);
    }
  };

  const keep = (scope, fields) => {
    const kept = read(KEPT);
    const scopes = kept?.user === here.user && kept.session === here.session ? kept.scopes : {};
    scopes[scope] = fields;
    write(KEPT, {user: here.user, session: here.session, at: Date.now(), scopes});
  };

  /** A value that means nothing later, such as the number of an item, has its meaning in an attribute. */
  const valueOf = field => field.dataset.keptValue
    ?? (field.localName === 'vaadin-checkbox' ? String(field.checked) : field.value ?? '');

  /** Keeps what the forms of the page contain. */
  const snapshot = () => {
    if (!touched || !here || over) {
      return;
    }
    for (const form of document.querySelectorAll('[data-keep]')) {
      const fields = {};
      form.querySelectorAll('[data-kept]').forEach(field => {
        fields[field.dataset.kept] = valueOf(field);
      });
      if (Object.keys(fields).length) {
        keep(form.dataset.keep, fields);
      }
    }
  };

  const forget = () => {
    touched = false;
    write(KEPT, null);
  };

  /** What the server asks for when a page is back: the request without an answer and what was typed, each of them once. */
  const returned = kind => {
    const found = new URLSearchParams();
    const request = sent();
    if (request?.kind === kind) {
      found.set('key', request.key);
      found.set('scope', request.scope);
    }
    const kept = read(KEPT);
    const scopes = Object.entries(kept?.scopes ?? {}).filter(([scope]) => scope.startsWith(kind + '.'));
    for (const [scope, fields] of scopes) {
      Object.entries(fields).forEach(([name, value]) => found.append(scope + ' ' + name, value));
    }
    if (scopes.length) {
      // once for each session
      write(KEPT, {...kept, session: here.session});
    }
    return found.toString();
  };

  /** What was typed is in its form again, and is kept from there. */
  const restored = () => {
    touched = true;
    snapshot();
  };

  const arrived = encoded => {
    const next = Object.fromEntries(new URLSearchParams(encoded));
    const isSame = here !== null && next.page === here.page && location.pathname === path;
    if (isSame && page?.isConnected && next.session === here.session) {
      // taken out and put back while the portal redraws its menu
      here = next;
      return;
    }
    // built again: the module was replaced, or is being stopped in steps
    removed ||= isSame && !page?.isConnected;
    here = next;
    page = document.querySelector('.fees-page');
    path = location.pathname;
    touched = false;
    const kept = read(KEPT);
    if (kept && (kept.user !== here.user || kept.session === here.session && !removed || Date.now() - kept.at > KEPT_MILLIS)) {
      write(KEPT, null);
    }
    removed = false;
  };

  /* -- What is said -- */

  const box = () => document.querySelector('dialog.' + here.css);

  const say = state => {
    if (leaving) {
      return;
    }
    let dialog = box();
    if (!dialog) {
      dialog = document.createElement('dialog');
      dialog.className = here.css;
      dialog.setAttribute('role', 'alertdialog');
      dialog.setAttribute('aria-labelledby', 'outage-title');
      dialog.setAttribute('aria-describedby', 'outage-what outage-request');
      dialog.addEventListener('cancel', event => event.preventDefault());
      const part = (name, id) => Object.assign(document.createElement(name), {id});
      dialog.append(part('h2', 'outage-title'), part('p', 'outage-what'), part('p', 'outage-request'), part('button', 'outage-on'));
      document.body.append(dialog);
    }
    const on = dialog.querySelector('button');
    if (dialog.dataset.state !== state) {
      dialog.dataset.state = state;
      dialog.querySelector('#outage-title').textContent = here[state + '.title'];
      dialog.querySelector('#outage-what').textContent = here[state + '.what'];
      on.textContent = here[state + '.on'];
      on.onclick = () => state === 'away' ? probe() : reload();
    }
    const request = sent();
    const text = request ? here['request.' + request.kind] : read(KEPT) ? here['kept'] : '';
    const line = dialog.querySelector('#outage-request');
    line.hidden = !text;
    line.className = request ? here.doubt : '';
    if (line.textContent !== (text ?? '')) {
      line.textContent = text ?? '';
    }
    if (!dialog.open) {
      dialog.showModal();
      on.focus();
    }
  };

  const hush = () => {
    const dialog = here && box();
    if (dialog) {
      dialog.close();
      dialog.remove();
    }
  };

  const reload = () => {
    over = true;
    location.reload();
  };

  /* -- What has happened -- */

  const isRefused = answer => answer.type === 'opaqueredirect' || [401, 403, 404, 410].includes(answer.status);

  const ask = (address, method) => fetch(address, {
    method,
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PROBE_LIMIT_MILLIS)
  });

  /** Whether the server knows this page (alive), does not know it any more (gone), or cannot be asked (away). */
  const find = async () => {
    try {
      const answer = await ask(new URL('?v-r=heartbeat&v-uiId=' + here.ui, document.baseURI), 'POST');
      if (answer.ok) {
        return 'alive';
      }
      if (isRefused(answer)) {
        // a server that has just started answers before the portal does
        const visit = await ask(location.href, 'GET');
        return visit.ok || isRefused(visit) && visit.status !== 404 ? 'gone' : 'away';
      }
    } catch {
      // no answer
    }
    return 'away';
  };

  const probe = async () => {
    if (probing || over) {
      return;
    }
    probing = true;
    try {
      const found = await find();
      if (over || !isTroubled() && !removed) {
        return;
      }
      unreachable = found === 'away' || unreachable && found !== 'alive';
      aliveSince = found === 'alive' ? aliveSince || Date.now() : 0;
      if (found === 'gone' && (unreachable || removed)) {
        say('back');
        over = true;
        setTimeout(reload, READING_MILLIS);
      } else if (found === 'gone') {
        say('session');
      } else if (found === 'alive' && !isTroubled()) {
        // the portal brings the page back with its module
        hush();
      } else if (found === 'alive' && isFailed()) {
        say('failed');
      } else if (found === 'alive' && Date.now() - aliveSince > RECOVERY_MILLIS) {
        say('back');
        reload();
      } else {
        // Flow tries again by itself
        say('away');
      }
    } finally {
      probing = false;
      probed = Date.now();
    }
  };

  const isFailed = () => document.querySelector('.v-system-error') !== null;
  /** A server that was away is asked until it knows the page, whatever the state of the connection says meanwhile. */
  const isTroubled = () => unreachable || isFailed() || !navigator.onLine
    || ['reconnecting', 'connection-lost'].includes(window.Vaadin?.connectionState?.state);

  /** A page that disappears is left by its user if the address changes, and else taken away with its module. */
  const followPage = () => {
    if (page?.isConnected) {
      path = location.pathname;
      gone = 0;
    } else if (page && location.pathname !== path) {
      page = null;
      path = '';
      forget();
    } else if (location.pathname === path && document.querySelector('.fees-page') === null) {
      gone++;
      removed ||= gone > 2;
    }
  };

  setInterval(() => {
    if (!here || leaving || over) {
      return;
    }
    followPage();
    snapshot();
    if (!isTroubled()) {
      hush();
      aliveSince = 0;
      unreachable = false;
      if (!removed) {
        since = 0;
        return;
      }
      // a server that stops takes the module away first, and then nothing on the page asks for the server
    }
    since ||= Date.now();
    if ((isFailed() || Date.now() - since > GRACE_MILLIS) && Date.now() - probed > PROBE_MILLIS) {
      probe();
    }
  }, TICK_MILLIS);

  for (const type of ['input', 'change']) {
    document.addEventListener(type, event => {
      if (event.composedPath().some(each => each.dataset?.kept !== undefined)) {
        touched = true;
        // at once, because the form may be gone at the next tick, but after the field has taken the value
        setTimeout(snapshot);
      }
    }, true);
  }
  document.addEventListener('click', event => {
    const button = event.composedPath().find(each => each.dataset?.sends !== undefined);
    const form = button && !button.disabled && button.closest('[data-request-key]');
    if (form) {
      sends(form);
    }
  }, true);
  document.addEventListener('keydown', event => {
    const target = event.composedPath()[0];
    const form = event.key === 'Enter' && target.closest?.('[data-leads-on], [data-sends]')?.closest('[data-request-key]');
    if (form) {
      sends(form);
    }
  }, true);
  window.addEventListener('pagehide', () => {
    snapshot();
    leaving = true;
  });
  window.addEventListener('pageshow', () => {
    leaving = false;
  });

  window.feesOutage = {
    arrived,
    returned,
    restored,
    answered,
    forget,
    keep: (scope, encoded) => keep(scope, Object.fromEntries(new URLSearchParams(encoded)))
  };
})();
