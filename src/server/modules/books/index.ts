export { type Posting, post, type Subject } from './post.ts';
