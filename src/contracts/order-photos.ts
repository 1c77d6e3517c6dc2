import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant } from './nouns.ts';

/** A photo handed in as evidence of a service; its kind was judged by its content. */
export const OrderPhoto = z.object({ id: Id, name: z.string(), bytes: z.int(), uploadedAt: Instant });
export type OrderPhoto = z.infer<typeof OrderPhoto>;

const ById = z.object({ id: Id });

export const addOrderPhoto = endpoint({
  method: 'POST',
  path: '/api/orders/:id/photos',
  summary: '交一张服务照片（PNG 或 JPEG，按内容核对）',
  params: ById,
  raw: 'request',
  response: OrderPhoto,
  errors: [
    'consents.withheld',
    'platform.not-found',
    'platform.wrong-state',
    'platform.file-type',
    'platform.too-large',
  ],
});

export const listOrderPhotos = endpoint({
  method: 'GET',
  path: '/api/orders/:id/photos',
  summary: '一张服务单交来的照片',
  params: ById,
  /** `withheld`: why no photo is shown, and how to obtain it. */
  response: z.object({ rows: z.array(OrderPhoto), withheld: z.string().nullable() }),
  errors: ['platform.not-found'],
});

export const readOrderPhoto = endpoint({
  method: 'GET',
  path: '/api/orders/:id/photos/:photoId',
  summary: '一张服务照片',
  params: ById.extend({ photoId: Id }),
  raw: 'response',
  response: z.unknown(),
  errors: ['platform.not-found', 'consents.withheld'],
});
