import { TestBed } from '@angular/core/testing';
import { byName, type } from '../../../../testing/dom';
import { provideTexts } from '../../../../testing/translations';
import { SEARCH_DELAY_MS, SearchField } from './search-field';

describe('search field', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    TestBed.configureTestingModule({ providers: [provideTexts()] });
  });
  afterEach(() => jest.useRealTimers());

  function create(value = '') {
    const fixture = TestBed.createComponent(SearchField);
    const searches: string[] = [];
    fixture.componentRef.setInput('value', value);
    fixture.componentInstance.searched.subscribe((q) => searches.push(q));
    TestBed.tick();
    const field = byName<HTMLInputElement>(fixture.nativeElement, 'input', 'Search leads');
    return { fixture, field, searches };
  }

  it('searches once the typing rests', () => {
    const { field, searches } = create();
    type(field, 'g');
    jest.advanceTimersByTime(SEARCH_DELAY_MS - 1);
    type(field, 'gmbh ');
    jest.advanceTimersByTime(SEARCH_DELAY_MS - 1);
    expect(searches).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(searches).toEqual(['gmbh']);
  });

  it('does not search again for what it searched for', () => {
    const { field, searches } = create('gmbh');
    type(field, 'gmb');
    type(field, 'gmbh');
    jest.advanceTimersByTime(SEARCH_DELAY_MS);
    expect(searches).toEqual([]);
  });

  it('shows the search of the address, but never over what is being typed', () => {
    const { fixture, field, searches } = create('old');
    expect(field.value).toBe('old');
    type(field, 'new');
    jest.advanceTimersByTime(SEARCH_DELAY_MS);
    type(field, 'newer');
    TestBed.tick();
    fixture.componentRef.setInput('value', 'new');
    TestBed.tick();
    expect(field.value).toBe('newer');
    jest.advanceTimersByTime(SEARCH_DELAY_MS);
    expect(searches).toEqual(['new', 'newer']);
    fixture.componentRef.setInput('value', 'back');
    TestBed.tick();
    expect(field.value).toBe('back');
  });

  it('searches at once on Enter and when it is cleared', () => {
    const { fixture, field, searches } = create();
    type(field, 'gmbh');
    field.form?.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(searches).toEqual(['gmbh']);
    TestBed.tick();
    byName(fixture.nativeElement, 'button', 'Clear search').click();
    TestBed.tick();
    expect(searches).toEqual(['gmbh', '']);
    expect(field.value).toBe('');
    jest.advanceTimersByTime(SEARCH_DELAY_MS);
    expect(searches).toHaveLength(2);
  });
});
