/*
 * Lets back and forward be pressed faster than the pages come. Flow's router puts the old address back while it asks the server, and
 * goes on when the answer is there. A second press in between lands in the wrong place: a step is lost, or the address is that of
 * another page than the one in view. Here the browser stays where it was sent to; what the router would undo and do again is only
 * told to it, and a press that comes meanwhile is told when the page before it has arrived. Must run before the router listens.
 */
(() => {
  const LONG = 10000;
  const step = history.go.bind(history);
  const place = () => history.state?.idx;
  let since = 0;
  // the place that the router is on its way to, and the one that was asked for meanwhile
  let target, wish;
  // where the browser stood before a press; once the router was taken back, a press counts from there
  let stood;
  let asking = false, telling = false, returning = false;

  const begin = () => { since = Date.now(); };
  const busy = () => window.Vaadin?.Flow?.navigation && Date.now() - since < LONG;
  const tell = () => window.dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  const tellRouter = () => { telling = true; tell(); telling = false; };

  history.go = by => {
    if (target === undefined) {
      step(by);
    } else if (asking) {
      asking = false;
      setTimeout(tellRouter);
    } else if (place() === target) {
      tellRouter();
    } else {
      wish ??= place();
      returning = true;
      step(target - place());
    }
  };

  const arrived = () => {
    if (busy()) return;
    const before = target;
    const now = wish ?? place();
    target = wish = undefined;
    if (now !== place()) {
      step(now - place());
    } else if (before !== undefined && now !== before) {
      tell();
    }
  };

  window.addEventListener('click', begin, true);
  window.addEventListener('vaadin-navigate', begin, true);
  window.addEventListener('vaadin-navigated', () => setTimeout(arrived));
  window.addEventListener('popstate', event => {
    if (telling || place() === undefined) return;
    const by = place() - (stood ?? place());
    stood = place();
    if (returning && place() === target) {
      returning = false;
      return;
    }
    if (!returning && !busy()) {
      begin();
      target = place();
      asking = true;
      setTimeout(() => { asking = false; });
      return;
    }
    wish = wish === undefined ? place() : wish + by;
    if (returning) step(target - place());
    event.stopImmediatePropagation();
  }, true);
})();
