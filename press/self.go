package press

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"rapporteur"
)

// self is what a page says of itself, in JSON-LD (schema.org), OpenGraph, meta
// elements and its markup, in this order of trust.
type self struct {
	title, outlet, author, url, body string
	published                        rapporteur.Date
}

func readSelf(root *html.Node) self {
	var s self
	meta := map[string]string{}
	var title, heading, canonical, stamped string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
				var v any
				if json.Unmarshal([]byte(n.FirstChild.Data), &v) == nil {
					s.linked(v, 0)
				}
			}
		case "meta":
			for _, k := range []string{"property", "name", "itemprop", "http-equiv"} {
				key := strings.ToLower(attr(n, k))
				if key != "" && meta[key] == "" {
					meta[key] = strings.TrimSpace(attr(n, "content"))
				}
			}
		case "title":
			title = first(title, words(n))
		case "h1":
			heading = first(heading, words(n))
		case "link":
			if attr(n, "rel") == "canonical" {
				canonical = first(canonical, attr(n, "href"))
			}
		case "time":
			if attr(n, "itemprop") == "datePublished" || stamped == "" {
				stamped = first(attr(n, "datetime"), words(n))
			}
		}
		if stamped == "" && attr(n, "itemprop") == "datePublished" {
			stamped = first(attr(n, "content"), attr(n, "datetime"), words(n))
		}
	}
	s.title = first(s.title, meta["og:title"], meta["twitter:title"], heading, title)
	s.outlet = first(s.outlet, meta["og:site_name"], meta["publisher"], meta["dc.publisher"], meta["application-name"])
	s.author = first(s.author, notURL(meta["author"]), notURL(meta["article:author"]), meta["parsely-author"], meta["dc.creator"], meta["byl"])
	s.url = first(s.url, canonical, meta["og:url"])
	for _, day := range []string{
		meta["article:published_time"], meta["og:article:published_time"], meta["datepublished"], meta["parsely-pub-date"],
		meta["publishdate"], meta["publish-date"], meta["pubdate"], meta["dc.date.issued"], meta["dc.date"], meta["dcterms.created"],
		meta["sailthru.date"], meta["date"], stamped,
	} {
		if s.published.IsZero() {
			s.published = parseDay(day)
		}
	}
	return s
}

// linked takes what JSON-LD says of a news text. The depth of foreign data is bounded.
func (s *self) linked(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			s.linked(e, depth+1)
		}
	case map[string]any:
		s.linked(v["@graph"], depth+1)
		kind := text(v["@type"])
		if !strings.HasSuffix(kind, "Article") && !strings.HasSuffix(kind, "Posting") && !strings.HasSuffix(kind, "Report") {
			return
		}
		s.title = first(s.title, text(v["headline"]), text(v["name"]))
		s.outlet = first(s.outlet, text(v["publisher"]))
		s.author = first(s.author, text(v["author"]))
		s.url = first(s.url, text(v["url"]), text(v["mainEntityOfPage"]))
		s.body = first(s.body, plain(text(v["articleBody"])))
		if s.published.IsZero() {
			s.published = parseDay(first(text(v["datePublished"]), text(v["dateCreated"])))
		}
	}
}

// text reads a value of JSON-LD as words: a string, the name of a thing, or a list of these.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case map[string]any:
		if name, ok := v["name"].(string); ok {
			return strings.TrimSpace(name)
		}
		if id, ok := v["@id"].(string); ok {
			return id
		}
	case []any:
		var all []string
		for _, e := range v {
			if m, ok := e.(map[string]any); ok {
				e = m["name"]
			}
			if s, ok := e.(string); ok && s != "" {
				all = append(all, strings.TrimSpace(s))
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

// plain takes the markup off a text that may hold some.
func plain(s string) string {
	if strings.Contains(s, "<") || strings.Contains(s, "&") {
		if n, err := html.Parse(strings.NewReader(s)); err == nil {
			return layout(n)
		}
	}
	return normalise(s)
}

func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func notURL(s string) string {
	if strings.HasPrefix(s, "http") {
		return ""
	}
	return s
}

// first returns the first text that is not empty.
func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
