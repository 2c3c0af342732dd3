/*
 * Opens the PDF of a link in a new tab, and reports when that tab is closed, so that a document that is still being made is not made for
 * nobody. A click that another script has taken, or one with a key that has a meaning for the browser, is not touched.
 */
(() => {
  const EVERY = 500;
  /** The server listens from a moment after the tab was opened. */
  const TIMES = 10;
  let opened = 0;

  const watch = (tab, number, closed) => {
    let times = 0;
    const watching = setInterval(() => {
      if (!tab.closed) {
        return;
      }
      document.body.dispatchEvent(new CustomEvent(closed, {detail: number}));
      if (++times === TIMES) {
        clearInterval(watching);
      }
    }, EVERY);
  };

  window.feesOpensTab ??= (link, parameter, closed) => {
    link.feesOpenTab = () => {
      const number = String(++opened);
      const address = new URL(link.href);
      address.searchParams.set(parameter, number);
      const tab = window.open(address.href, '_blank');
      if (tab) {
        watch(tab, number, closed);
      }
      return tab;
    };
    link.addEventListener('click', event => {
      const taken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (!taken && link.feesOpenTab()) {
        event.preventDefault();
      }
    });
  };
})();
