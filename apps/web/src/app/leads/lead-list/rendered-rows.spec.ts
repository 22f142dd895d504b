import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { renderedRows } from './rendered-rows';

describe('the rows that are rendered', () => {
  const rowsOf = (length: number) => Array.from({ length }, (_, row) => row);
  const all = signal(rowsOf(30));
  const render = () => TestBed.runInInjectionContext(() => renderedRows(all));

  beforeEach(() => {
    jest.useFakeTimers();
    all.set(rowsOf(30));
  });
  afterEach(() => jest.useRealTimers());

  /** Goes on to the next task. */
  function next(): void {
    TestBed.tick();
    jest.advanceTimersToNextTimer();
  }

  it('are the first ones, and then more with each task', () => {
    const rows = render();
    expect(rows()).toEqual(rowsOf(8));
    next();
    expect(rows()).toEqual(rowsOf(16));
    next();
    next();
    expect(rows()).toEqual(rowsOf(30));
    TestBed.tick();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are all at once where so many have been rendered before', () => {
    const first = render();
    next();
    next();
    next();
    expect(first()).toHaveLength(30);
    expect(render()()).toHaveLength(30);
  });

  it('stay as they are once there are no more', () => {
    all.set(rowsOf(3));
    const rows = render();
    TestBed.tick();
    expect([rows(), jest.getTimerCount()]).toEqual([rowsOf(3), 0]);
  });
});
