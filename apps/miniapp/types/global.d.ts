/// <reference types="@tarojs/taro" />
declare module '*.scss';
declare module '*.png';

/** Where the mini program finds the BFF; empty on h5 (same origin). Put in by config/index.ts. */
declare const BFF_ADDRESS: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
  }
}
