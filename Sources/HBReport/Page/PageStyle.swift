/// The style sheet of a page: readable on a telephone, on a wide screen, in light and dark, and on paper.
enum PageStyle {
  static let text = """
    :root{--good:#0b6b52;--bad:#b3261e;--doubt:#7a5b00}
    @media (prefers-color-scheme:dark){:root{--good:#5fd3ab;--bad:#ff8d80;--doubt:#e3c15a}}
    @media print{:root{--paper:#fff;--good:#0b6b52;--bad:#b3261e;--doubt:#7a5b00}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
    @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    body{margin:0 auto;padding:0 20px 64px;max-width:900px;background:var(--paper);color:var(--ink);\
    font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
    h1,h2,h3{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;\
    line-height:1.2;text-wrap:balance;font-weight:600}
    h1{font-size:clamp(30px,5.2vw,46px);margin:.15em 0 .35em;letter-spacing:-.01em}
    h2{font-size:clamp(21px,3vw,27px);margin:0 0 .7em}
    h3{font-size:18px;margin:1.6em 0 .5em}
    header{padding-top:clamp(28px,6vw,64px)}
    .over{color:var(--soft);font-size:14px;margin:0}
    header p{max-width:44em}
    sub,sup{line-height:0;font-size:.72em}
    a{color:inherit;text-decoration-color:var(--soft);text-underline-offset:3px}
    a:hover{text-decoration-color:currentColor}
    :focus-visible{outline:2px solid var(--c0);outline-offset:3px;border-radius:3px}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:12px;top:8px;background:var(--paper);padding:6px 10px}
    .verdict{font-size:19px;font-weight:600;margin:0 0 1.2em;color:var(--v)}
    .verdict span{display:inline-block;border-left:4px solid var(--v);padding-left:12px}
    .holds{--v:var(--good)}.falsified{--v:var(--bad)}.inconclusive{--v:var(--doubt)}
    .mark{color:var(--v);font-weight:600;white-space:nowrap}
    nav{border-block:1px solid var(--rule);margin:34px 0 0;padding:14px 0}
    nav ul{columns:2;column-gap:40px;margin:0;padding:0;list-style:none;font-size:14.5px;line-height:1.4}
    nav li{break-inside:avoid;padding:4px 0}
    nav a{text-decoration:none}nav a:hover{text-decoration:underline}
    section{padding-top:56px}
    figure{margin:0}
    .picture{position:relative;border-radius:4px}
    .plot{display:block;width:100%;height:auto;overflow:visible}
    .narrow{display:none}
    figcaption{color:var(--soft);font-size:14.5px;line-height:1.5;margin-top:10px;max-width:52em;overflow-wrap:anywhere}
    figcaption b{color:var(--ink)}
    details{margin-top:12px;font-size:14px}
    summary{cursor:pointer;color:var(--soft);width:max-content;padding:2px 4px 2px 0}
    summary:hover{color:var(--ink)}
    .tools{margin:.7em 0}
    .button{display:inline-block;border:1px solid var(--frame);border-radius:6px;padding:4px 11px;text-decoration:none}
    .button:hover{border-color:var(--ink)}
    pre,code{font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;border-left:2px solid var(--rule);padding:4px 0 4px 12px;\
    margin:.7em 0}
    pre.table{white-space:pre;overflow-x:auto}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-size:13.5px;width:100%}
    caption{text-align:left;color:var(--soft);padding:4px 0 6px}
    th{text-align:left;font-weight:600;border-bottom:1px solid var(--frame);padding:5px 14px 5px 0;\
    vertical-align:bottom}
    td{border-bottom:1px solid var(--rule);padding:5px 14px 5px 0;vertical-align:top}
    .num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    th:last-child,td:last-child{padding-right:0}
    .claims .name{font-weight:600;overflow-wrap:anywhere}
    .claims small{display:block;color:var(--soft);font-size:13.5px;font-weight:400;max-width:42em}
    .facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 18px;margin:.6em 0}
    .facts dt{color:var(--soft)}.facts dd{margin:0;overflow-wrap:anywhere}
    footer{margin-top:72px;border-top:1px solid var(--rule);padding-top:14px;color:var(--soft);font-size:14px}
    #tip{position:fixed;z-index:9;pointer-events:none;max-width:300px;padding:5px 9px;border-radius:5px;font-size:13px;\
    line-height:1.35;background:var(--ink);color:var(--paper);visibility:hidden;left:0;top:0;white-space:pre-line}
    .on{stroke:var(--ink)!important;stroke-width:2.5px!important}
    @media (max-width:740px){
    .wide{display:none}.narrow{display:block}
    .narrow .plot{max-width:420px}
    nav ul{columns:1}
    section{padding-top:44px}
    .claims thead{display:none}
    .claims tr,.claims td:first-child{display:block}
    .claims tr{padding:10px 0;border-bottom:1px solid var(--rule)}
    .claims td{border:0;padding:0}
    .claims td.num{display:inline;color:var(--soft);white-space:normal}
    .claims td.num::before{content:attr(data-head) " "}
    .claims td.num+td.num::before{content:" · " attr(data-head) " "}
    .claims tr{position:relative}
    .claims .name{padding-right:104px}.claims .name small{margin-right:-104px}
    .claims .verdictcell{position:absolute;right:0;top:10px}
    }
    @media print{
    body{max-width:none;font-size:11pt}
    nav,.skip,#tip,.tools,details{display:none}
    section{padding-top:26px}
    figure,tr{break-inside:avoid}h2{break-after:avoid}
    .wide{display:block!important}.narrow{display:none!important}
    }

    """
}
