import helmet from 'koa-helmet';

/** Taro's browser build writes style elements and draws codes on a canvas that it reads back as blob: and data: pictures; scripts come from files only.
 * `counter`: the demonstration's counter page, which the tour shows beside the phone. */
export const securityHeaders = (counter: string | null) =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameSrc: counter === null ? ["'none'"] : [new URL(counter).origin],
        frameAncestors: ["'none'"],
        // The embedded default runs on plain http.
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
