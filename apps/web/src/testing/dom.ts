/** The one element of a role whose accessible name (label or text) is this. */
export function byName<T extends HTMLElement>(root: ParentNode, selector: string, name: string): T {
  const found = [...root.querySelectorAll<T>(selector)].filter((it) => nameOf(it) === name);
  if (found.length !== 1) throw new Error(`${found.length} × ${selector} named "${name}"`);
  return found[0] as T;
}

/** The text as it is read: what stands in different elements is kept apart. */
export function textOf(root: Element | null): string {
  if (root === null) return '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Types into a field like a person: the value, then the event. */
export function type(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
    return textOf(element.labels?.[0] ?? null).replace(/ required$/, '');
  const heard = element.cloneNode(true) as HTMLElement;
  for (const hidden of heard.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return textOf(heard);
}
