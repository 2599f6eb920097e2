// Put into every page of the browser tests, beside the page's own scripts: finds what a person
// sees by its name, and notes what the page's policy refused.
addEventListener('securitypolicyviolation', (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));

window.hansaFind = (() => {
  const text = (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const seen = (element) => element.checkVisibility({visibilityProperty: true});
  const root = () => document.querySelector('dialog[open]') ?? document.querySelector('.sign-in.over') ?? document;
  const all = (selector) => [...root().querySelectorAll(selector)].filter(seen);
  const named = (elements, name, of) => elements.find((one) => of(one) === name) ?? elements.find((one) => of(one).startsWith(name));
  const action = (name) => named(all('a, button, summary'), name, (one) => one.getAttribute('aria-label') ?? text(one))
    ?? named(all('label').filter((one) => one.querySelector('input[type=checkbox], input[type=radio]')), name, text);
  const field = (label) => {
    const own = (one) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('').trim();
    const found = named(all('label'), label, (one) => own(one) || text(one.querySelector('span') ?? one));
    return found && (found.control ?? found.querySelector('input, select, textarea'));
  };
  const placeOf = (element) => {
    const target = element.matches('label') ? element.querySelector('input') : element;
    target.scrollIntoView({block: 'center'});
    const box = target.getBoundingClientRect();
    return {x: box.x + box.width / 2, y: box.y + box.height / 2};
  };
  const select = (element) => {
    element.focus();
    element.select?.();
    return true;
  };
  const choose = (element, value) => {
    element.value = value;
    element.dispatchEvent(new Event('change', {bubbles: true}));
    return true;
  };
  return {action, field, placeOf, select, choose};
})();
