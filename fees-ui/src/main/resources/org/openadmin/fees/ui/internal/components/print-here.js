/*
 * Prints the PDF of a link from the page itself: a frame that is not seen loads it, and the print dialog opens on it. A browser that
 * cannot do this, or a portal that allows no frames, opens the PDF in a tab as usual.
 */
(() => {
  const print = (link, frame, before) => {
    let type;
    try {
      type = frame.contentDocument?.contentType;
    } catch {
      // the browser shows the PDF in a viewer of its own
    }
    if (type && type !== 'application/pdf') {
      // the document could not be made, and the page says why
      frame.remove();
      return;
    }
    try {
      frame.contentWindow.print();
      // after the dialog, the keys go on where they were
      window.addEventListener('focus', () => before?.focus(), {once: true});
    } catch {
      frame.remove();
      link.feesOpenTab();
    }
  };

  window.feesPrintHere ??= (link, css) => link.addEventListener('click', event => {
    if (!navigator.pdfViewerEnabled || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    document.querySelector('.' + css)?.remove();
    const before = document.activeElement;
    const frame = document.createElement('iframe');
    frame.className = css;
    frame.tabIndex = -1;
    frame.ariaHidden = 'true';
    frame.addEventListener('load', () => print(link, frame, before), {once: true});
    frame.src = link.href;
    document.body.append(frame);
  });
})();
