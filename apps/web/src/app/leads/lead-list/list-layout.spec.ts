import { TestBed } from '@angular/core/testing';
import { ListLayout, MAX_WIDTH, MIN_WIDTH } from './list-layout';

describe('list layout', () => {
  beforeEach(() => localStorage.clear());

  const start = () => {
    TestBed.resetTestingModule();
    return TestBed.inject(ListLayout);
  };
  const names = (layout: ListLayout) => layout.columns().map(({ name }) => name);

  it('is remembered by the browser', () => {
    const layout = start();
    layout.choose('dense');
    layout.show('owner', true);
    layout.show('industry', false);
    layout.resize('domain', 300);
    const again = start();
    expect(again.density()).toBe('dense');
    expect(names(again)).toContain('owner');
    expect(names(again)).not.toContain('industry');
    expect(again.width('domain')).toBe(300);
    again.reset();
    expect(start().density()).toBe('comfortable');
  });

  it('always shows the name', () => {
    const layout = start();
    layout.show('name', false);
    expect(names(layout)).toContain('name');
  });

  it('keeps columns wide enough to grasp and narrow enough to see', () => {
    const layout = start();
    layout.resize('name', 3);
    expect(layout.width('name')).toBe(MIN_WIDTH);
    layout.resize('name', 9000);
    expect(layout.width('name')).toBe(MAX_WIDTH);
  });

  it.each([
    '{',
    'null',
    '{"density":"cosy","hidden":"owner","widths":7}',
    '{"widths":{"name":3,"strange":200}}',
    '{"hidden":["name","strange"]}',
  ])('takes nothing strange from %s', (stored) => {
    localStorage.setItem('leadlog.list-layout', stored);
    const layout = start();
    expect(layout.density()).toBe('comfortable');
    expect(names(layout)).toContain('name');
    expect(layout.width('name')).toBe(228);
  });
});
