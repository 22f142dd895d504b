import type { NextFunction, Request, Response } from 'express';
import { Turns } from '../turns';

/** Has requests that may change something begin a few at a time: who reads meanwhile goes first. */
export function writesTakeTurns() {
  const turns = new Turns();
  return ({ method }: Request, _response: Response, next: NextFunction): void => {
    if (method === 'GET' || method === 'HEAD') next();
    else turns.take(next);
  };
}
