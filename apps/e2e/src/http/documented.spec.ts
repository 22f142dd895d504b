import { answerFaults, type Answered, type Asked } from '../document/answer-faults.ts';
import { ApiDocument } from '../document/api-document.ts';
import { expect, test } from '../service/test.ts';

const ASKED: Asked = { method: 'GET', path: '/things/7?deep=true', tenant: 'acme' };
const ANSWER = { status: 200, type: 'application/json', headers: {}, text: '{"id":7}' };

/** A document with one path, as the service's own is read. */
const document = new ApiDocument({
  paths: {
    '/things/{id}': {
      get: {
        operationId: 'readThing',
        parameters: [{ $ref: '#/components/parameters/X-Tenant-ID' }],
        responses: {
          200: {
            headers: {
              'X-Tenant-Position': { required: true, schema: { type: 'integer', minimum: 0 } },
              ETag: { schema: { type: 'string', pattern: '^"' } },
            },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          304: { headers: { 'X-Tenant-Position': { schema: { type: 'integer' } } } },
          404: {
            headers: { 'X-Tenant-Position': { schema: { type: 'integer' } } },
            content: {
              'application/problem+json': {
                schema: { type: 'object' },
                examples: { 'not-found': {} },
              },
            },
          },
        },
      },
    },
  },
  components: {
    parameters: {
      'X-Tenant-ID': { name: 'X-Tenant-ID', in: 'header', schema: { type: 'string' } },
    },
    schemas: {
      Thing: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
    },
  },
});

const faultsOf = (answer: Partial<typeof ANSWER>, asked: Partial<Asked> = {}) => {
  const { status, type, headers, text } = { ...ANSWER, ...answer };
  const answered: Answered = {
    status,
    headers: new Headers({
      'X-Tenant-Position': '1',
      ...(type && { 'Content-Type': type }),
      ...headers,
    }),
    text,
  };
  return answerFaults(document, { ...ASKED, ...asked }, answered);
};
const problem = (name: string) => ({
  type: 'application/problem+json; charset=utf-8',
  text: JSON.stringify({ type: `/problems/${name}`, instance: '/things/7' }),
});

test('an answer as it is documented has no fault', () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ text: '' }, { method: 'HEAD' })).toEqual([]);
  expect(faultsOf({ status: 304, type: '', text: '' })).toEqual([]);
  expect(faultsOf({ status: 404, ...problem('not-found') })).toEqual([]);
  expect(faultsOf({ headers: { ETag: '"1"' } })).toEqual([]);
});

for (const [what, answer, fault] of [
  ['a status', { status: 202 }, 'the status 202 is not documented'],
  ['a content type', { type: 'text/plain' }, 'the content type text/plain is not documented'],
  ['a body', { text: '{"id":"7"}' }, '/id must be integer {"type":"integer"}'],
  ['what is no JSON', { text: 'id: 7' }, 'it is no JSON'],
  ['a header', { headers: { ETag: 'x' } }, 'the header ETag: the whole must match pattern'],
  ['a header of its own', { headers: { 'X-More': '1' } }, 'the header x-more is not documented'],
  ['a body where there is none', { status: 304 }, 'no content is documented'],
  ['a problem', { status: 404, ...problem('validation') }, 'the problem validation is not'],
] as const)
  test(`${what} that is not documented is a fault`, () => {
    expect(faultsOf(answer)).toEqual([expect.stringContaining(fault)]);
  });

test('a header that is missing is a fault', () => {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  const answer = { status: 200, headers, text: '{"id":7}' };
  expect(answerFaults(document, ASKED, answer)).toContain(
    'the header X-Tenant-Position is missing',
  );
});

test('what no path takes is to be answered by 404, and what a path has not by 405 and Allow', () => {
  const nowhere = { path: '/nothing' };
  expect(faultsOf({ status: 404, ...problem('not-found') }, nowhere)).toEqual([]);
  expect(faultsOf({}, nowhere)).toHaveLength(2);
  const deleted = { method: 'DELETE' };
  const refused = { status: 405, ...problem('method-not-allowed') };
  expect(faultsOf({ ...refused, headers: { Allow: 'GET, HEAD' } }, deleted)).toEqual([]);
  expect(faultsOf(refused, deleted)).toEqual(['Allow is null, but documented are GET, HEAD']);
  expect(faultsOf({ ...refused, headers: { Allow: 'GET' } }, deleted)).toHaveLength(1);
});

test('the application and the documentation are served beside the API', async ({ service }) => {
  const real = await ApiDocument.at(service.url);
  const answer = { status: 200, headers: new Headers(), text: '' };
  for (const path of ['/', '/app/', '/app/leads/7', '/docs', '/openapi.json'])
    expect(answerFaults(real, { ...ASKED, path }, answer)).toEqual([]);
  expect(answerFaults(real, { ...ASKED, path: '/apps' }, answer)).not.toEqual([]);
});
