import { groupService } from '../group-service.ts';

/** 一键呼叫 in the home. */
export const onePressCall = groupService({ key: 'onePressCall', folder: 'one-press-call', already: 'hasOnePressCall' });
