/** What `npm run soak` starts: the soak with the parts of the workspace that fill its database. */
import { importBundled } from '../bench/bundle.ts';

await importBundled('tools/soak/soak.ts');
