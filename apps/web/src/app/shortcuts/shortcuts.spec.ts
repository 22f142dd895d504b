import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Shortcuts } from './shortcuts';

describe('shortcuts', () => {
  let pressed: string[];

  beforeEach(() => {
    localStorage.clear();
    pressed = [];
  });
  afterEach(() => document.body.replaceChildren());

  @Component({ template: '' })
  class Screen {
    constructor() {
      inject(Shortcuts).add([
        { keys: ['n'], group: 'list', label: 'new', run: () => pressed.push('n') },
        { keys: ['mod+k'], group: 'list', label: 'palette', run: () => pressed.push('mod+k') },
        { keys: ['e'], group: 'list', label: 'edit' },
        { keys: ['j'], group: 'list', label: 'rows', run: () => false },
      ]);
    }
  }

  function press(key: string, init: KeyboardEventInit = {}, target: HTMLElement = document.body) {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init });
    target.addEventListener('keydown', (it) => TestBed.inject(Shortcuts).press(it), { once: true });
    target.dispatchEvent(event);
    return event;
  }

  const added = (html: string) => {
    document.body.innerHTML = html;
    return document.body.querySelector('[id=target]') as HTMLElement;
  };

  it('run what a key stands for, and keep the browser from it', () => {
    TestBed.createComponent(Screen);
    expect(press('n').defaultPrevented).toBe(true);
    expect(press('K', { ctrlKey: true }).defaultPrevented).toBe(true);
    press('k', { metaKey: true });
    expect(pressed).toEqual(['n', 'mod+k', 'mod+k']);
  });

  it('do nothing while what was asked for is loaded', async () => {
    TestBed.createComponent(Screen);
    const shortcuts = TestBed.inject(Shortcuts);
    const { promise, reject } = Promise.withResolvers<void>();
    const asked = shortcuts.whileLoading(promise);
    press('n');
    expect(pressed).toEqual([]);
    reject(new Error('offline'));
    await expect(asked).rejects.toThrow('offline');
    press('n');
    expect(pressed).toEqual(['n']);
  });

  it.each([
    ['another key', 'm', {}],
    ['the same key with Ctrl', 'n', { ctrlKey: true }],
    ['the same key with Alt', 'n', { altKey: true }],
    ['one that is only listed', 'e', {}],
    ['one with nothing to do', 'j', {}],
  ])('leave %s alone', (_, key, init) => {
    TestBed.createComponent(Screen);
    expect(press(key, init).defaultPrevented).toBe(false);
    expect(pressed).toEqual([]);
  });

  it.each([
    ['<input id="target" />', ['mod+k']],
    ['<textarea id="target"></textarea>', ['mod+k']],
    ['<input id="target" type="checkbox" />', ['n', 'mod+k']],
    ['<div role="dialog"><button id="target"></button></div>', []],
  ])('in %s are %j', (html, expected) => {
    TestBed.createComponent(Screen);
    press('n', {}, added(html));
    press('k', { ctrlKey: true }, added(html));
    expect(pressed).toEqual(expected);
  });

  it('are turned off where they are a character alone, and stay so', () => {
    TestBed.inject(Shortcuts).useSingleKeys(false);
    TestBed.resetTestingModule();
    TestBed.createComponent(Screen);
    expect(press('n').defaultPrevented).toBe(false);
    press('k', { ctrlKey: true });
    expect(pressed).toEqual(['mod+k']);
    const shortcuts = TestBed.inject(Shortcuts);
    expect(['n', '?', '1', ' ', 'Enter', 'F2'].filter((key) => shortcuts.isOff(key))).toEqual([
      'n',
      '?',
      '1',
    ]);
    shortcuts.useSingleKeys(true);
    press('n');
    expect(pressed).toEqual(['mod+k', 'n']);
  });

  it('go with their screen', () => {
    const fixture = TestBed.createComponent(Screen);
    expect(TestBed.inject(Shortcuts).all()).toHaveLength(4);
    fixture.destroy();
    press('n');
    expect(TestBed.inject(Shortcuts).all()).toEqual([]);
    expect(pressed).toEqual([]);
  });
});
