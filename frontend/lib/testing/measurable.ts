import { act } from '@testing-library/react';

/** Lets an editor of text measure itself, which jsdom cannot. */
export function measurable(): void {
  const nothing = Object.assign([], { item: () => null }) as unknown as DOMRectList;
  Range.prototype.getClientRects = () => nothing;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
}

const waiting = new Map<Element, IntersectionObserverCallback>();

/** Has no layout to look at: whatever it watches is out of view until the test says otherwise. */
class Watcher {
  constructor(private readonly told: IntersectionObserverCallback) {}

  observe(element: Element) {
    waiting.set(element, this.told);
  }

  unobserve(element: Element) {
    waiting.delete(element);
  }

  disconnect() {
    for (const [element, told] of waiting) if (told === this.told) waiting.delete(element);
  }
}

/** For `beforeAll` of what waits until it is in view. */
export function watchableViews() {
  Object.assign(window, { IntersectionObserver: Watcher });
}

export function comeIntoView(target: Element) {
  const entries = [{ target, isIntersecting: true } as unknown as IntersectionObserverEntry];
  act(() => waiting.get(target)?.(entries, {} as IntersectionObserver));
}
