import { Service, signal } from '@angular/core';
import { recall, remember } from '../remembered';

/** The API contract, `X-Actor`: counted in code points. */
export const MAX_ACTOR_LENGTH = 200;

/** Who works in this browser, as they call themselves; empty where nobody has said so. */
@Service()
export class CurrentActor {
  private readonly said = signal(asActor(recall('actor') ?? ''));

  readonly name = this.said.asReadonly();

  become(name: string): void {
    this.said.set(asActor(name));
    remember('actor', this.said());
  }
}

/** What the contract takes as an actor: no control characters, well-formed, not too long. */
function asActor(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .normalize('NFC');
  return [...clean].slice(0, MAX_ACTOR_LENGTH).join('').trim();
}
