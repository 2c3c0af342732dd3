/*
 * Keeps what is typed ahead. When a key asks the server for another form, the keys that follow are meant for that form. They wait
 * until the server has answered. Then they go, whole and in order, to the field that has received the focus; if the focus has
 * stayed where it was, or is in no field, the answer is not what the user expected, and they are dropped.
 *
 * Such keys are Enter in a field that leads to another form (the attribute data-leads-on), and Enter or the space bar on a button.
 */
(() => {
  if (window.feesTypeAhead) {
    return;
  }

  const SETTLED_MILLIS = 80;
  const POLL_MILLIS = 20;
  let waiting = null;
  window.feesTypeAhead = {isWaiting: () => waiting !== null};

  const isBusy = () => Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.());
  /** A message across the page has the keys for itself. */
  const isOnPage = () => document.querySelector('.fees-page') !== null && document.querySelector('dialog:modal') === null;
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element;
  };
  const isText = element => element?.localName === 'textarea'
    || element?.localName === 'input' && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(element.type);

  /** Whether the answer has moved the focus to another field. While the page is busy, that field may still get its proposal. */
  const hasArrived = ({origin, asked}) => asked && !isBusy() && isText(focused()) && focused() !== origin;

  /** Ends the wait. */
  const end = () => {
    const ended = waiting;
    waiting = null;
    hand(ended);
  };

  /** Starts to wait for the answer to a key at this element. */
  const wait = origin => {
    const now = {origin, keys: [], lost: false, asked: false, idleSince: 0};
    waiting = now;
    const poll = () => {
      if (waiting !== now) {
        return;
      }
      if (!isOnPage()) {
        // what was typed before a message across the page is not handed on after it
        now.keys.length = 0;
      }
      if (isBusy()) {
        now.asked = true;
        now.idleSince = 0;
      } else if (hasArrived(now)) {
        end();
        return;
      } else if (!now.idleSince) {
        now.idleSince = performance.now();
      } else if (performance.now() - now.idleSince >= SETTLED_MILLIS) {
        end();
        return;
      }
      setTimeout(poll, POLL_MILLIS);
    };
    setTimeout(poll, 0);
  };

  /** Keeps keys for the field to come, unless a key before them could not be kept: without it they mean something else. */
  const keep = (...keys) => {
    if (!waiting.lost) {
      waiting.keys.push(...keys);
    }
  };

  /** Drops what was typed so far and whatever follows. */
  const lose = () => {
    waiting.keys.length = 0;
    waiting.lost = true;
  };

  /**
   * Whether the first key takes the focus to another field of the form instead of being written, as * does in the amount. A field
   * that does something else with the key prevents that it is written.
   */
  const movesOn = (target, keys) => {
    const pressed = new KeyboardEvent('keydown', {key: keys[0], bubbles: true, composed: true, cancelable: true});
    if (!target.dispatchEvent(pressed)) {
      keys.shift();
    }
    return focused() !== target;
  };

  /**
   * Gives the keys to the field that has the focus now. Enter alone was meant for the form before, pressed twice; here it would
   * accept an amount that nobody has looked at.
   */
  const hand = ({origin, keys, asked}) => {
    const target = focused();
    if (!keys.length || keys[0] === 'Enter' || !isText(target) || target.disabled || target.readOnly || asked && target === origin) {
      return;
    }
    if (movesOn(target, keys)) {
      hand({origin: target, keys, asked: false});
      return;
    }
    let text = '';
    while (keys.length && keys[0] !== 'Enter') {
      const key = keys.shift();
      text = key === 'Backspace' ? text.slice(0, -1) : text + key;
    }
    if (text) {
      target.setRangeText(text, target.selectionStart, target.selectionEnd, 'end');
      target.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertText', data: text}));
    }
    if (keys.shift() === 'Enter') {
      target.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', code: 'Enter', bubbles: true, composed: true}));
      if (waiting) {
        keep(...keys);
      } else if (focused() !== target) {
        hand({origin: target, keys, asked: false});
      }
    }
  };

  document.addEventListener('keydown', event => {
    if (!isOnPage()) {
      return;
    }
    const target = event.composedPath()[0];
    if (event.key === 'Enter' && event.repeat && target?.closest?.('[data-leads-on]')) {
      // a key that is held down does not go on into the next form
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (waiting && event.isTrusted && hasArrived(waiting)) {
      end();
    }
    if (waiting && event.isTrusted) {
      if (event.key === 'Escape') {
        waiting.keys.length = 0;
      } else if (event.key === 'Enter') {
        keep('Enter');
      } else if (!isText(target) && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        keep(event.key);
      } else if (isText(target) && (event.key.length === 1 || event.key === 'Backspace') && !event.ctrlKey && !event.metaKey) {
        // its text comes with the event before the input
        return;
      } else if (['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(event.key)) {
        return;
      } else {
        lose();
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (event.key === 'Enter' && !event.isComposing && target?.localName === 'input' && target.closest('[data-leads-on]')) {
      wait(target);
    }
  }, true);

  document.addEventListener('beforeinput', event => {
    if (!waiting || !isOnPage()) {
      return;
    }
    if (event.inputType === 'insertText' && event.data) {
      keep(...event.data);
    } else if (event.inputType === 'deleteContentBackward') {
      keep('Backspace');
    } else if (event.inputType !== 'insertLineBreak') {
      // a line break is the Enter that was kept with its key
      lose();
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // a user who reaches for the mouse has seen where the cursor is, and continues from there
  document.addEventListener('pointerdown', () => {
    waiting = null;
  }, true);

  document.addEventListener('click', event => {
    const button = event.composedPath().find(each => each.localName === 'vaadin-button' || each.localName === 'button');
    // a key has no click count
    if (button && event.detail === 0 && isOnPage() && !waiting) {
      wait(button);
    }
  }, true);
})();
