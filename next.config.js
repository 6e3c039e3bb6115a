import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/request.ts');

/** First choice of the browser; everybody else reads Kazakh. */
const firstChoices = [
  { language: 'ru', value: '\\s*ru\\b.*' },
  { language: 'en', value: '\\s*en\\b.*' },
];

/** Addresses without a language lead to the reader's; by rule, so that no page depends on a header. */
const unprefixed = [
  '',
  '/regions/:code',
  '/districts/:code',
  '/results',
  '/results/regions/:code',
  '/results/districts/:code',
  '/results/contests/:id',
  '/results/search',
  '/results/changes',
  '/status',
  '/press',
  '/press/api',
  '/press/embeds',
  '/press/verify',
];

/** @param {string} ancestors Whose pages may show ours in a frame. */
const contentPolicy = (ancestors) => ({
  key: 'Content-Security-Policy',
  // Pages are the same bytes for everybody, so no nonce; connect-src stands in the page, where the live address is known.
  value: [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'production' ? '' : " 'unsafe-eval'"}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    'connect-src http: https: ws: wss:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; '),
});

const securityHeaders = [
  contentPolicy("'none'"),
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
];

/** Pages that any other page may show in a frame. */
const embeds = 'embed/(?:kk|ru|en)/(?:auto|light|dark)/';
const openToAll = { key: 'Access-Control-Allow-Origin', value: '*' };

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  // In memory, and no copy older than a few seconds.
  cacheHandler: new URL('./app/pageCache.js', import.meta.url).pathname,
  cacheMaxMemorySize: 0,
  // What a proxy may serve beyond `revalidate` (seconds).
  expireTime: 5,
  typescript: { ignoreBuildErrors: true },
  // `forbidden()`: a staff page that a person may not see answers 403.
  experimental: { authInterrupts: true },
  async redirects() {
    return unprefixed.flatMap((path) => [
      ...firstChoices.map(({ language, value }) => ({
        source: path || '/',
        has: [{ type: /** @type {const} */ ('header'), key: 'accept-language', value }],
        destination: `/${language}${path}`,
        permanent: false,
      })),
      { source: path || '/', destination: `/kk${path}`, permanent: false },
    ]);
  },
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      { source: `/((?!${embeds}).*)`, headers: [{ key: 'X-Frame-Options', value: 'DENY' }] },
      { source: `/(${embeds}.*)`, headers: [contentPolicy('*')] },
      // In a frame with `sandbox` an embed is of no origin, and to it our own fonts and clock are of another.
      { source: '/_next/static/media/:path*', headers: [openToAll] },
      { source: '/icon.svg', headers: [openToAll, { key: 'Access-Control-Expose-Headers', value: 'Date' }] },
    ];
  },
};

export default withNextIntl(config);
