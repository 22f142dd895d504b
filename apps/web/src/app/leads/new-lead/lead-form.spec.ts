import { addEmail, controlAt, leadForm, type LeadForm, removeEmail, toBody } from './lead-form';

const contactOf = (form: LeadForm) => form.controls.primary_contact.controls;
const codes = (form: LeadForm) =>
  ((form.errors?.['contract'] ?? []) as { path: unknown[]; code: string }[]).map(
    ({ path, code }) => `${path.join('/')}: ${code}`,
  );

function withEmails(...values: string[]): LeadForm {
  const form = leadForm();
  form.patchValue({ name: 'Acme', has_contact: true });
  values.forEach((value, index) => {
    addEmail(contactOf(form));
    contactOf(form).emails.at(index).setValue(value);
  });
  return form;
}

describe('lead form', () => {
  it('sends nothing for what is not filled in', () => {
    const form = leadForm();
    form.patchValue({ name: 'Acme' });
    expect(form.valid).toBe(true);
    expect(toBody(form.getRawValue())).toEqual({
      name: 'Acme',
      domain: null,
      status: 'new',
      employee_count: null,
      industry: null,
      last_activity_at: null,
      owner: null,
      primary_contact: null,
    });
  });

  it('sends local times in UTC', () => {
    const form = leadForm();
    form.patchValue({ last_activity_at: '2026-11-20T09:30' });
    const sent = toBody(form.getRawValue()).last_activity_at;
    expect(sent).toBe(new Date(2026, 10, 20, 9, 30).toISOString());
  });

  it.each([
    [{ name: '' }, 'name: required'],
    [{ name: 'x'.repeat(201) }, 'name: too_long'],
    [{ domain: 'no host' }, 'domain: host_name'],
    [{ employee_count: '0' }, 'employee_count: too_small'],
    [{ employee_count: '10000001' }, 'employee_count: too_big'],
    [{ employee_count: '1.000' }, 'employee_count: wrong_type'],
    [{ employee_count: 'many' }, 'employee_count: wrong_type'],
    [{ has_contact: true }, 'primary_contact: empty_contact'],
  ])('refuses %j by the contract: %s', (entered, expected) => {
    const form = leadForm();
    form.patchValue({ name: 'Acme', ...entered });
    expect(codes(form)).toEqual([expected]);
  });

  it('refuses an e-mail that is there already, in any case, and one that is empty', () => {
    const form = withEmails('ada@acme.example', 'ADA@acme.example', '');
    expect(codes(form)).toContain('primary_contact/emails/1/value: duplicate_email');
    expect(codes(withEmails(''))).toEqual(['primary_contact/emails/0/value: required']);
  });

  it('finds the control that a pointer of the server names', () => {
    const form = withEmails('ada@acme.example', 'b@acme.example');
    expect(controlAt(form, '/domain')).toBe(form.controls.domain);
    expect(controlAt(form, '/primary_contact/emails/1/value')).toBe(contactOf(form).emails.at(1));
    expect(controlAt(form, '/primary_contact/emails/2/value')).toBeNull();
    expect(controlAt(form, '/strange')).toBeNull();
    expect(controlAt(form, '')).toBeNull();
  });

  describe('with e-mails', () => {
    const primaryOf = (form: LeadForm) =>
      toBody(form.getRawValue())
        .primary_contact?.emails?.filter(({ is_primary }) => is_primary)
        .map(({ value }) => value);

    it('makes the first one primary', () => {
      expect(primaryOf(withEmails('a@x.example', 'b@x.example'))).toEqual(['a@x.example']);
    });

    it.each([
      ['one before the primary', 0, ['c@x.example']],
      ['the primary itself', 2, ['a@x.example']],
      ['one after the primary', 3, ['c@x.example']],
    ])('has exactly one primary after %s is removed', (_, removed, expected) => {
      const form = withEmails('a@x.example', 'b@x.example', 'c@x.example', 'd@x.example');
      contactOf(form).primary.setValue(2);
      removeEmail(contactOf(form), removed);
      expect(primaryOf(form)).toEqual(expected);
    });
  });
});
