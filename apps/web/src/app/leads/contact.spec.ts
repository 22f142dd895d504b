import { aLead } from '../../testing/leads';
import { contactLines, isErased, type KnownContact } from './contact';

describe('contact', () => {
  const ada = aLead().primary_contact as KnownContact;

  it('is listed by its name and its primary e-mail', () => {
    expect(contactLines(ada)).toEqual({ name: 'Ada Lovelace', email: 'sales@acme.example' });
  });

  it('is listed by what is known of it', () => {
    expect(contactLines({ ...ada, first_name: null })).toMatchObject({ name: 'Lovelace' });
    expect(contactLines({ ...ada, first_name: null, last_name: null, emails: [] })).toEqual({
      name: null,
      email: null,
    });
  });

  it('is told from one that was erased', () => {
    expect(isErased({ id: 9, erased: true })).toBe(true);
    expect(isErased(ada)).toBe(false);
  });
});
